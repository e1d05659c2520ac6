import ICAL from 'ical.js';
import type { CardLine, RawCard } from './lines.ts';

/** A line's value: its parts between semicolons, each with its values between commas; of a plain text, the text. */
export type CardValue = { line: CardLine; parts: string[][] };

/** What is read of a card; everything else of it is left, so that it cannot make the card unreadable. */
const wanted = new Set(
  'FN N ORG TITLE ROLE EMAIL TEL URL X-SOCIALPROFILE ADR NOTE UID KIND X-ABSHOWAS X-SIDEBOOK'.split(' '),
);
const structured = new Set(['N', 'ADR', 'ORG']);

/**
 * The values of a card by ical.js, line by line in the card's order; null where it takes the card for none. It is given
 * bare names and values: groups, parameters and transfer encodings were taken off before.
 */
export function cardValues({ version, lines }: RawCard): CardValue[] | null {
  const kept = lines.filter(({ name }) => wanted.has(name));
  const text = [
    'BEGIN:VCARD',
    `VERSION:${version.startsWith('4') ? '4.0' : '3.0'}`,
    ...kept.map(({ name, value }) => `${asText(name)}:${structured.has(name) ? value : plainly(value)}`),
    'END:VCARD',
  ].join('\r\n');
  const properties = propertiesOf(text);
  // One property a line, behind the version.
  if (!properties || properties.length !== kept.length + 1) return null;
  return kept.map((line, at) => {
    const values = properties[at + 1]?.slice(3) ?? [];
    const parts: unknown[] = structured.has(line.name) ? values.flat(1) : values;
    return {
      line,
      parts: parts.map((part) => (Array.isArray(part) ? part.map((each) => String(each)) : [String(part)])),
    };
  });
}

/** ical.js takes the escapes out of texts alone: what is one to people is given to it as a note. */
const asText = (name: string): string => (structured.has(name) ? name : 'NOTE');

/** `\;` and `\:` are escapes that ical.js leaves in texts. */
const plainly = (value: string): string =>
  value.replace(/\\([\s\S])/g, (both, sign: string) => (sign === ';' || sign === ':' ? sign : both));

function propertiesOf(text: string): unknown[][] | null {
  try {
    const card: unknown = ICAL.parse(text);
    const properties: unknown = Array.isArray(card) ? card[1] : null;
    return Array.isArray(properties) && properties.every(Array.isArray) ? properties : null;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParserError') return null;
    throw error;
  }
}
