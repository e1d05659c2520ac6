import type { OwnNoun } from '../columns/target.ts';
import type { ExportRecord } from './record.ts';

/** RFC 6350 3.4: what stands for itself in a value is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

const LINE = 74;

/** RFC 6350 3.2: no line of more than 75 bytes, and no character cut in two. */
function folded(line: string): string {
  let text = '';
  let size = 0;
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (size + bytes > LINE) {
      text += '\r\n ';
      size = 1;
    }
    text += character;
    size += bytes;
  }
  return `${text}\r\n`;
}

/** Targets that vCard has a word for; the others are ours. */
const words = {
  contact: {
    'contact.name': 'FN',
    'contact.email': 'EMAIL',
    'contact.phone': 'TEL',
    'contact.title': 'TITLE',
    'company.name': 'ORG',
    'contact.url': 'URL',
    'contact.externalId': 'UID',
  },
  company: { 'company.name': 'FN', 'company.phone': 'TEL', 'company.website': 'URL' },
} as const satisfies Record<Exclude<OwnNoun, 'deal'>, Record<string, string>>;

/** One card of version 4.0, of a person or an organisation. What no word is for stands in lines of our own. */
export function vcardOf(noun: keyof typeof words, record: ExportRecord): string {
  const one = (target: string) => record.get(target)?.[0] ?? '';
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', `KIND:${noun === 'contact' ? 'individual' : 'org'}`];
  const said = new Map<string, string>(Object.entries(words[noun]));
  if (noun === 'contact') {
    lines.push(`N:${escaped(one('contact.familyName'))};${escaped(one('contact.givenName'))};;;`);
    const address = one('contact.address');
    if (address) lines.push(`ADR:;;${escaped(address)};;;;`);
  }
  for (const [target, values] of record) {
    if (/\.(?:givenName|familyName|address)$/.test(target) && noun === 'contact') continue;
    const word = said.get(target);
    for (const value of values) {
      if (word) lines.push(`${word}:${escaped(value)}`);
      else break;
    }
    if (!word) lines.push(`X-SIDEBOOK;X-NAME=${target}:${escaped(values.join('\n'))}`);
  }
  return [...lines, 'END:VCARD'].map(folded).join('');
}
