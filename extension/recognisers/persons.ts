import { isGivenName } from './given-names.ts';
import type { Line } from './lines.ts';
import { bareName, isPersonName } from './names.ts';
import { bounds, type Example, type Reading } from './recogniser.ts';
import { hanTitlePattern, honorificPattern, suffixPattern, titlePattern } from './words.ts';

/** A person read from the page's lines. `line`: the index of the line with the name. */
export type PersonSeen = { name: string; title: string | undefined; confidence: number; line: number };
type Found = Omit<PersonSeen, 'line'>;

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

/** People the lines name, in their order. */
export function* readPersons(lines: readonly Line[]): Reading<PersonSeen[]> {
  const persons: PersonSeen[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % 20 === 0) yield;
    if (persons.length >= bounds.sightings) break;
    for (const found of personsOfLine(line, lines[at + 1] ?? null, lines[at - 1] ?? null))
      persons.push({ ...found, line: at });
  }
  return persons;
}

/** People a line names. @param next the line below, @param before the line above: where titles stand */
function personsOfLine(line: Line, next: Line | null, before: Line | null): Found[] {
  const { text } = line;
  if (text.length < 2 || !/\p{Lu}\p{L}|\p{Script=Han}/u.test(text)) return [];
  const whole = wholeLine(line, next, before);
  if (whole) return [whole];
  const found: Found[] = [];
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
function wholeLine(line: Line, next: Line | null, before: Line | null): Found | null {
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

export const examples: Example[] = [
  {
    shows: 'a name, a title and an address cut by a tag',
    html: '<h3>Ada Byron</h3><p>Head of Analysis</p><p><b>ada</b>@acme.example</p>',
    sees: ['person Ada Byron <email:ada@acme.example>'],
  },
  {
    shows: 'a Chinese name with its title',
    html: '<p>王小明</p><p>销售总监</p>',
    sees: ['person 王小明'],
  },
  {
    shows: 'a Chinese name above the address that spells it in Latin letters',
    html: '<h2>陈伟</h2><p>技术总监</p><p>chen.wei@qinghe.example</p>',
    sees: ['person 陈伟 <email:chen.wei@qinghe.example>'],
  },
];
