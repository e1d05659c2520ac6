import type { Line } from './lines.ts';
import { type Column, columnsOf, longestCell, makePlaces } from './person/columns.ts';
import { likelihood, type PageSign, sureness } from './person/evidence.ts';
import { type Mention, mentionsOf, type Sign } from './person/mentions.ts';
import { isPersonLabel, isTitle } from './person/titles.ts';
import { bounds, type Example, type Reading } from './recogniser.ts';

/** A person read from the page's lines. `line`: the index of the line with the name. */
export type PersonSeen = {
  name: string;
  title: string | undefined;
  confidence: number;
  line: number;
  /** Whether the name stands by itself, as in a card or list: what stands around it is then likely the person's. */
  isEntry: boolean;
};

/** Below this a mention is not looked at further. */
const hopeless = 0.02;
/** Mentions that are weighed on one page. */
const mostMentions = 2_000;

const headings = new Set(
  'h1 h2 h3 h4 h5 h6 strong b dt th figcaption caption cite legend summary'.split(' '),
);

/** A name that may be somebody's, where it stands, and what speaks for and against it. */
export type Weighed = {
  mention: Mention;
  line: number;
  signs: Set<Sign | PageSign>;
  title: string | undefined;
  confidence: number;
};

/** Every name of the lines with how likely it is somebody's. */
export function* weighMentions(lines: readonly Line[]): Reading<Weighed[]> {
  const placed: Weighed[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % 20 === 19) yield;
    for (const mention of mentionsOf(line)) {
      if (placed.length >= mostMentions) break;
      placed.push({ mention, line: at, signs: new Set(mention.signs), title: mention.title, confidence: 0 });
    }
  }
  if (placed.length === 0) return placed;
  yield* addPlaces(placed, lines);
  yield* addWords(placed, lines);
  for (const [count, one] of placed.entries()) {
    if (count % 50 === 49) yield;
    one.confidence = sureness(one.signs);
  }
  return placed;
}

/** People the lines name, each once, in their order. */
export function* readPersons(lines: readonly Line[]): Reading<PersonSeen[]> {
  const best = new Map<string, PersonSeen>();
  for (const { mention, line, signs, title, confidence } of yield* weighMentions(lines)) {
    if (confidence === 0) continue;
    const isEntry = entry.some((sign) => signs.has(sign));
    const key = keyOf(mention.name);
    const known = best.get(key);
    if (!known) {
      if (best.size < bounds.sightings)
        best.set(key, { name: mention.name, title, confidence, line, isEntry });
      continue;
    }
    known.title = (isEntry && !known.isEntry ? title : undefined) ?? known.title ?? title;
    if ((isEntry && !known.isEntry) || (isEntry === known.isEntry && confidence > known.confidence)) {
      known.line = line;
      known.isEntry = isEntry;
    }
    known.confidence = Math.max(confidence, known.confidence);
  }
  return [...best.values()].sort((a, b) => a.line - b.line);
}

/** By these a name stands for itself, as in a card, and not in a sentence. */
const entry = ['whole', 'head', 'tail', 'label'] as const;

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Titles above and below, headings, and what stands at the same place of other cards. */
function* addPlaces(placed: readonly Weighed[], lines: readonly Line[]): Reading<void> {
  const entries = placed.filter(({ signs }) => signs.has('whole') || signs.has('head'));
  const named = new Set(
    entries
      .filter(
        ({ signs }) =>
          signs.has('given') ||
          signs.has('givenOrdinary') ||
          signs.has('family') ||
          signs.has('eastern') ||
          signs.has('titleBeside'),
      )
      .map(({ line }) => line),
  );
  const placeOf = makePlaces();
  const columns =
    named.size > 1
      ? yield* columnsOf(lines, new Set(entries.map(({ line }) => line)), placeOf)
      : new Map<number, Column>();
  yield;
  const known = new Map<Column, number>();
  for (const line of named) {
    const column = columns.get(line);
    if (column) known.set(column, (known.get(column) ?? 0) + 1);
  }
  const names = new Set(entries.map(({ line }) => line));
  for (const [count, { line, signs }] of placed.entries()) {
    if (count % 20 === 19) yield;
    const at = lines[line];
    if (!at) continue;
    if (headings.has(at.tag)) signs.add('heading');
    if (at.tag === 'a') signs.add('link');
    if (signs.has('whole') && (lines[line - 1]?.text.length ?? 0) > 120) signs.add('afterProse');
    const column = columns.get(line);
    if (column && (signs.has('whole') || signs.has('head'))) {
      const sure = known.get(column) ?? 0;
      const share = sure / Math.max(1, column.lines);
      if (sure >= 2 && column.names / column.lines >= 0.7 && share >= 0.4) signs.add('column');
      else if (sure >= 3 && share >= 0.25) signs.add('columnSome');
      else if (column.lines >= 5 && share < 0.2) signs.add('columnFew');
    }
  }
  const titled = placed.filter(({ signs, title }) => signs.has('whole') && !title);
  const titles = new Set<number>();
  for (const [count, one] of titled.entries()) {
    if (count % 20 === 19) yield;
    const label = lines[one.line - 1];
    if (label && label.text.length < 30 && isPersonLabel(label.text)) one.signs.add('label');
    const below = lines[one.line + 1];
    if (below && below.text.length <= longestCell && !names.has(one.line + 1) && isTitle(below.text)) {
      one.title = below.text;
      one.signs.add('titleBelow');
      titles.add(one.line + 1);
    }
  }
  // A title above is taken where titles do not stand below the names.
  const isBelow = titled.filter(({ signs }) => signs.has('titleBelow')).length * 2 >= titled.length;
  for (const one of titled) {
    const above = lines[one.line - 1];
    if (
      one.title ||
      (isBelow && titled.length > 1) ||
      !above ||
      above.text.length > 60 ||
      names.has(one.line - 1)
    )
      continue;
    if (isTitle(above.text)) {
      one.title = above.text.replace(/\s*[:：]\s*$/u, '');
      one.signs.add('titleAbove');
      titles.add(one.line - 1);
    }
  }
  // What somebody does names nobody: "Fachärztin für Innere Medizin".
  for (const { line, signs } of placed) if (titles.has(line)) signs.add('longer').add('number');
}

/** What the rest of the page does with the words of a name. */
function* addWords(placed: readonly Weighed[], lines: readonly Line[]): Reading<void> {
  const texts: string[] = [];
  let size = 0;
  for (const { text } of lines) {
    size += text.length;
    if (size > 300_000) break;
    texts.push(text);
  }
  const page = ` ${texts.join(' \n ')} `;
  yield;
  const lasts = new Map<string, Set<string>>();
  const times = new Map<string, Set<number>>();
  for (const { mention, line } of placed) {
    const { first, last, name } = mention;
    lasts.set(first, (lasts.get(first) ?? new Set()).add(last));
    times.set(keyOf(name), (times.get(keyOf(name)) ?? new Set()).add(line));
  }
  const asked = new Map<string, Uses>();
  for (const [count, { mention, signs }] of placed.entries()) {
    if (count % 20 === 19) yield;
    if ((times.get(keyOf(mention.name))?.size ?? 0) > 1) signs.add('repeated');
    // What is next to impossible needs no more against it, and a page full of it no time.
    if (signs.has('eastern') || likelihood(signs) < hopeless) continue;
    const { first, last } = mention;
    const uses = [first, last].map((word) => {
      const known = asked.get(word) ?? usesOf(word, page);
      if (!asked.has(word)) asked.set(word, known);
      return known;
    });
    if (uses.some(({ small }) => small)) signs.add('smallWord');
    if (uses[0]?.alone) signs.add('givenAlone');
    if (uses[1]?.honoured) signs.add('familyHonoured');
    if ((lasts.get(first)?.size ?? 0) > 2 && !signs.has('column')) signs.add('brand');
    if (asked.size % 5 === 4) yield;
  }
}

/** How a page uses a word elsewhere: in small letters, without the other part of the name, with a polite form. */
type Uses = { small: boolean; alone: boolean; honoured: boolean };
/** Places of a word that are looked at. */
const mostUses = 30;

function usesOf(raw: string, page: string): Uses {
  const word = raw.replace(/[.'’]+.*$/u, '');
  const uses = { small: false, alone: false, honoured: false };
  if (word.length < 3) return uses;
  const small = word.toLowerCase();
  for (
    let at = page.indexOf(small), left = mostUses;
    at > 0 && left > 0 && !uses.small;
    at = page.indexOf(small, at + 1), left--
  )
    uses.small = /[\s("'“]/u.test(page.charAt(at - 1)) && /[\s,.;:!?)]/u.test(page.charAt(at + small.length));
  for (
    let at = page.indexOf(word), left = mostUses;
    at > 0 && left > 0;
    at = page.indexOf(word, at + 1), left--
  ) {
    if (/[\p{L}.@]/u.test(page.charAt(at - 1))) continue;
    if (/^(?:['’]s)?(?:[,.!?]|\s[\p{Ll}&])/u.test(page.slice(at + word.length, at + word.length + 5)))
      uses.alone = true;
    if (/(?:^|\s)(?:Mrs?|Ms|Dr|Herr|Frau)\.? $/u.test(page.slice(at - 6, at))) uses.honoured = true;
  }
  return uses;
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
