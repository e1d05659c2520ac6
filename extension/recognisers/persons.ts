import { isGivenName } from './given-names.ts';
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
const longestTitle = 120;
/** Names in running text that are looked for in one line. */
const most = 30;

const isTitle = (text: string): boolean =>
  text.length <= longestTitle && (titlePattern.test(text) || hanTitlePattern.test(text));

/** "Dr. Jane Smith" names somebody even inside a sentence. */
const honoured =
  /\b(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Rev|Hon|Herr|Frau|Mme)\.?\s+(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}\.?)?(?:\s+\p{Lu}[\p{L}'’-]+){1,2})/gu;
/** A capitalised word that may begin a name. */
const capitalised = /(?<![\p{L}\d.'’&@/])\p{Lu}[\p{L}’'-]+/gu;
/** What follows a given name in running text: initials, a second given name, particles, a family name. */
const restOfName =
  /(?<middle>(?:\s\p{Lu}\.?(?=\s))?(?:\s["“(]\p{Lu}\p{L}+["”)])?)(?<second>\s\p{Lu}[\p{Ll}]+(?=\s\p{Lu}\p{Ll}))?(?<particles>(?:\s(?:van|von|der|den|de|del|della|di|da|du|la|le|al|bin))*)(?<family>\s(?:\p{Lu}[\p{L}’'-]*\p{L}))/uy;

const firstWord = (name: string): string => name.split(/[\s-]/, 1)[0] ?? '';
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** People a line names. @param next the line below, @param before the line above: where titles stand */
export function personsOfLine(line: Line, next: Line | null, before: Line | null): PersonSeen[] {
  const { text } = line;
  if (text.length < 2 || !/\p{Lu}\p{L}|\p{Script=Han}/u.test(text)) return [];
  const whole = wholeLine(line, next, before);
  if (whole) return [whole];
  const found: PersonSeen[] = [];
  const add = (raw: string, title: string | undefined, confidence: number): void => {
    const name = bareName(raw);
    if (found.length < most && isPersonName(name) && !found.some((one) => one.name === name))
      found.push({ name, title, confidence });
  };
  for (const match of text.matchAll(honoured)) add(match[1] ?? '', undefined, 0.55);
  let after = 0;
  for (const match of text.matchAll(capitalised)) {
    if (match.index < after || !isGivenName(match[0])) continue;
    restOfName.lastIndex = match.index + match[0].length;
    const groups = restOfName.exec(text)?.groups;
    if (!groups) continue;
    const { middle = '', second = '', particles = '', family = '' } = groups;
    const isSecondGiven = second !== '' && !particles && isGivenName(second.trim());
    const rest = second && !isSecondGiven && !particles ? second : `${second}${particles}${family}`;
    const name = `${match[0]}${middle}${rest}`;
    after = match.index + name.length;
    const role = /^,\s*([^,.;:!?()|]{3,60})/.exec(text.slice(after, after + 70))?.[1];
    const isRole = role !== undefined && isTitle(role);
    add(name, isRole ? role.trim() : undefined, isRole ? 0.55 : 0.4);
  }
  return found;
}

/** A line that is a name, or a name and a title. */
function wholeLine(line: Line, next: Line | null, before: Line | null): PersonSeen | null {
  const { text } = line;
  if (text.length <= longestName && isPersonName(text)) {
    const name = bareName(text);
    const below = next && isTitle(next.text) && !isPersonName(next.text) ? next.text : undefined;
    const above =
      !below && before && before.text.length <= 80 && isTitle(before.text) && !isPersonName(before.text)
        ? before.text
        : undefined;
    const isKnown = isGivenName(firstWord(name)) || isHan(name);
    const isHonoured = honorificPattern.test(text) || new RegExp(suffixPattern.source, 'iu').test(text);
    if (isKnown) {
      return {
        name,
        title: below ?? above,
        confidence: below ? 0.8 : strong.has(line.tag) || above ? 0.6 : 0.5,
      };
    }
    if (isHonoured || (below && strong.has(line.tag)))
      return { name, title: below, confidence: below ? 0.6 : 0.5 };
    return null;
  }
  if (text.length > 160) return null;
  const [head = '', ...rest] = text.split(separator);
  const tail = rest.join(', ').replace(/\)$/, '');
  const last = rest.at(-1) ?? '';
  for (const [name, title] of [
    [head, tail],
    [last, head],
  ] as const) {
    if (!title || !isPersonName(name) || !isTitle(title)) continue;
    if (isGivenName(firstWord(bareName(name))) || isHan(name))
      return { name: bareName(name), title, confidence: 0.7 };
  }
  return null;
}
