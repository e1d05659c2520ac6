import type { Line } from './lines.ts';
import { type Column, columnsOf, longestCell, makePlaces } from './person/columns.ts';
import { likelihood, type PageSign, sureness } from './person/evidence.ts';
import { type Mention, mentionsOf, type Sign } from './person/mentions.ts';
import { isPersonLabel, isTitle } from './person/titles.ts';
import { bounds, type Reading } from './recogniser.ts';

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
const hopeless = 0.05;
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
  const placeOf = makePlaces(true);
  const columns = new Map<number, ColumnSign>();
  if (named.size > 1) {
    const all = new Set(entries.map(({ line }) => line));
    const hasCells = [...all].some((at) => lines[at]?.tag === 'td');
    for (const place of hasCells ? [placeOf, makePlaces(false)] : [placeOf]) {
      addColumns(columns, named, yield* columnsOf(lines, all, place));
      yield;
    }
  }
  const names = new Set(entries.map(({ line }) => line));
  // A line that names somebody itself is no title of the next.
  for (const { line, signs } of placed)
    if (signs.has('label') || signs.has('titleBeside') || signs.has('honorific')) names.add(line);
  for (const [count, { line, signs }] of placed.entries()) {
    if (count % 20 === 19) yield;
    const at = lines[line];
    if (!at) continue;
    if (headings.has(at.tag)) signs.add('heading');
    if (at.tag === 'a') signs.add('link');
    if (signs.has('whole') && (lines[line - 1]?.text.length ?? 0) > 120) signs.add('afterProse');
    const column = columns.get(line);
    if (column && (signs.has('whole') || signs.has('head'))) signs.add(column);
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
  // What stands where others have their titles is a title: "Happiness Wizard".
  const titlePlaces = new Map<string, number>();
  for (const at of titles) {
    const element = lines[at]?.element;
    if (element) titlePlaces.set(placeOf(element), (titlePlaces.get(placeOf(element)) ?? 0) + 1);
  }
  yield;
  for (const one of titles.size > 1 ? titled : []) {
    const below = lines[one.line + 1];
    if (one.title || !below || !(one.signs.has('column') || one.signs.has('columnSome'))) continue;
    if (named.has(one.line + 1) || below.text.length > 60 || /[@\d]|[.!?]$/.test(below.text)) continue;
    if ((titlePlaces.get(placeOf(below.element)) ?? 0) < 2) continue;
    one.title = below.text;
    one.signs.add('titleBelow');
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

type ColumnSign = 'column' | 'columnSome' | 'columnFew';
const order: readonly (ColumnSign | null)[] = [null, 'columnFew', 'columnSome', 'column'];

/** Whether the lines at one place of alike parts are names. Of two ways to see columns the one that says more counts. */
function addColumns(
  signs: Map<number, ColumnSign>,
  named: ReadonlySet<number>,
  columns: ReadonlyMap<number, Column>,
): void {
  const known = new Map<Column, number>();
  for (const line of named) {
    const column = columns.get(line);
    if (column) known.set(column, (known.get(column) ?? 0) + 1);
  }
  for (const [line, column] of columns) {
    const sign = signOf(column, known.get(column) ?? 0);
    if (sign && order.indexOf(sign) > order.indexOf(signs.get(line) ?? null)) signs.set(line, sign);
  }
}

function signOf({ lines, names }: Column, known: number): ColumnSign | null {
  const share = known / Math.max(1, lines);
  if (known >= 2 && names / lines >= 0.7 && share >= 0.4) return 'column';
  if (known >= 3 && share >= 0.25) return 'columnSome';
  return lines >= 5 && share < 0.2 ? 'columnFew' : null;
}

/** What the rest of the page does with the words of a name. */
function* addWords(all: readonly Weighed[], lines: readonly Line[]): Reading<void> {
  // What is next to impossible needs no more against it, and a page full of it no time.
  const placed = all.filter(({ signs }) => likelihood(signs) >= hopeless);
  yield;
  if (placed.length === 0) return;
  const page = pageText(lines);
  const lasts = new Map<string, Set<string>>();
  const times = new Map<string, Set<number>>();
  for (const { mention, line } of all) {
    const { first, last, name } = mention;
    lasts.set(first, (lasts.get(first) ?? new Set()).add(last));
    times.set(name, (times.get(name) ?? new Set()).add(line));
  }
  const asked = new Map<string, Uses>();
  const uses = (word: string): Uses => {
    const known = asked.get(word) ?? usesOf(word, page);
    asked.set(word, known);
    return known;
  };
  for (const [count, { mention, signs }] of placed.entries()) {
    if (count % 5 === 4) yield;
    const { first, last, name } = mention;
    if ((times.get(name)?.size ?? 0) > 1) signs.add('repeated');
    if (signs.has('eastern')) continue;
    const ofFirst = uses(first);
    const ofLast = uses(last);
    if (ofFirst.small || ofLast.small) signs.add('smallWord');
    if (ofFirst.alone) signs.add('givenAlone');
    if (ofLast.honoured) signs.add('familyHonoured');
    if ((lasts.get(first)?.size ?? 0) > 2 && !signs.has('column')) signs.add('brand');
  }
}

/** Text in which other uses of a name are looked for, in UTF-16 units. */
const longestPage = 200_000;

function pageText(lines: readonly Line[]): string {
  const texts: string[] = [];
  let size = 0;
  for (const { text } of lines) {
    size += text.length;
    if (size > longestPage) break;
    texts.push(text);
  }
  return ` ${texts.join(' \n ')} `;
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

export { examples } from './person/examples.ts';
