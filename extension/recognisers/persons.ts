import type { Line } from './lines.ts';
import { bareName, isPersonName } from './names.ts';
import { hanTitlePattern, honorificPattern, suffixPattern, titlePattern } from './words.ts';

export type PersonSeen = { name: string; title: string | undefined; confidence: number };

const strong = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'strong',
  'b',
  'dt',
  'th',
  'figcaption',
  'caption',
  'cite',
]);
const separator = /\s*(?:[,–—|:•·]|\s-\s|\s\/\s|\()\s*/u;
const longestName = 60;

const isTitle = (text: string): boolean =>
  text.length <= 120 && (titlePattern.test(text) || hanTitlePattern.test(text));

/** "Dr. Jane Smith" and "Jane Smith, Ph.D." name somebody even inside a sentence. */
const honoured =
  /\b(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Rev|Hon|Herr|Frau|Mme)\.?\s+(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}\.?)?(?:\s+\p{Lu}[\p{L}'’-]+){1,2})/gu;

/** People a line names. @param next the line below, @param before the line above: where titles stand */
export function personsOfLine(line: Line, next: Line | null, before: Line | null): PersonSeen[] {
  const { text } = line;
  if (text.length < 2 || !/\p{Lu}\p{L}|\p{Script=Han}/u.test(text)) return [];
  const found: PersonSeen[] = [];
  if (text.length <= longestName && isPersonName(text)) {
    const below = next && next.text.length <= 120 && isTitle(next.text) ? next.text : undefined;
    const above =
      !below && before && before.text.length <= 80 && isTitle(before.text) && !isPersonName(before.text);
    const isHonoured = honorificPattern.test(text) || new RegExp(suffixPattern.source, 'iu').test(text);
    const confidence = below ? 0.75 : above || isHonoured ? 0.6 : strong.has(line.tag) ? 0.5 : 0.4;
    found.push({
      name: bareName(text),
      title: below ?? (above && before ? before.text : undefined),
      confidence,
    });
    return found;
  }
  if (text.length <= 160) {
    const [head = '', ...rest] = text.split(separator);
    const tail = rest.join(', ').replace(/\)$/, '');
    if (tail && isPersonName(head) && isTitle(tail))
      return [{ name: bareName(head), title: tail, confidence: 0.7 }];
    const last = rest.at(-1) ?? '';
    if (last && isTitle(head) && isPersonName(last))
      return [{ name: bareName(last), title: head, confidence: 0.6 }];
  }
  for (const match of text.matchAll(honoured)) {
    const name = bareName(match[1] ?? '');
    if (isPersonName(name)) found.push({ name, title: undefined, confidence: 0.5 });
    if (found.length >= 20) break;
  }
  return found;
}
