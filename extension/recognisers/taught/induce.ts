import { plain } from '../dom.ts';
import { readAll } from '../recogniser.ts';
import { type Entry, elementsOf, extract, isNameLike, pieceOf } from './extract.ts';
import { pathPattern } from './path.ts';
import { type Shape, type Step, type TaughtField, taughtFields, type Way } from './recipe.ts';
import { waysIn, waysToAll, waysToOne } from './ways.ts';

/** What somebody pointed at: an element, or one line of its text. */
export type Pick = { element: Element; line?: number };
export type Picks = Partial<Record<TaughtField, Pick>>;
export type Induced = { shape: Shape; entries: Entry[] };

const highest = 12;
const mostWays = 3;

const parentOf = (element: Element): Element | null => plain(element).parentElement;
const contains = (outer: Element, inner: Element): boolean => {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};
const withLine = (steps: Step[], { line }: Pick): Way => (line === undefined ? { steps } : { steps, line });

/**
 * How the page is read so that what was pointed at is found, and whoever else stands there in the same way. Tried in
 * turn: cards of one person each, rows without cards, one person on the page.
 */
export function induce(document: Document, pathname: string, picks: Picks): Induced | null {
  const main = picks.name ?? picks.organisation;
  if (!main) return null;
  const shapes = [
    ...(picks.name ? [cardsOf(document, picks.name, picks), rowsOf(document, picks)] : []),
    pageOf(document, picks),
  ];
  let best: Induced | null = null;
  for (const found of shapes) {
    if (!found) continue;
    const shape: Shape = { v: 1, path: pathPattern(pathname, found.form), ...found };
    const entries = distinct(readAll(extract(document, shape)));
    if (!entries.some((entry) => agrees(entry, picks))) continue;
    if (!best || told(entries) > told(best.entries)) best = { shape, entries };
  }
  return best;
}

/** Names count, and what is told of each. */
const told = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { fields }) => sum + 2 + (fields.title ? 1 : 0), 0);

/** What was pointed at is found as it was pointed at. */
const agrees = ({ fields }: Entry, picks: Picks): boolean =>
  taughtFields.every((field) => {
    const pick = picks[field];
    if (!pick) return true;
    return fields[field]?.text === pieceOf(pick.element, pick.line)?.text;
  });

function distinct(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ fields }) => {
    const name = (fields.name ?? fields.organisation)?.text ?? '';
    return !seen.has(name) && seen.add(name);
  });
}

type Found = Omit<Shape, 'v' | 'path'>;

/** The widest element that holds one person and is like others that hold one each. */
function cardsOf(document: Document, name: Pick, picks: Picks): Found | null {
  const inside = [name, ...(picks.title ? [picks.title] : [])];
  let best: { found: Found; count: number } | null = null;
  let card: Element | null = name.element;
  for (let level = 0; card && level < highest; level++, card = parentOf(card)) {
    const here: Element = card;
    if (['body', 'html'].includes(plain(here).localName)) break;
    if (!inside.every(({ element }) => contains(here, element))) continue;
    const cards = waysToAll(here);
    const fields: Found['fields'] = {};
    const shared: Found['shared'] = {};
    for (const field of taughtFields) {
      const pick = picks[field];
      if (!pick) continue;
      const isIn = contains(here, pick.element);
      const ways = isIn ? waysIn(here, pick.element) : waysToOne(document, pick.element);
      (isIn ? fields : shared)[field] = ways.slice(0, mostWays).map((steps) => withLine(steps, pick));
    }
    if (!fields.name?.length || Object.values(shared).some((ways) => ways.length === 0)) continue;
    const counts = cards.map((steps) => countIn(document, steps, fields.name ?? []));
    const most = Math.max(0, ...counts);
    // A way that finds less than another is no way for the day when that one fails.
    const good = cards.filter((_, at) => (counts[at] ?? 0) >= most * 0.8).slice(0, mostWays);
    if (most >= 2 && most >= (best?.count ?? 0))
      best = { found: { form: 'cards', cards: good, fields, shared }, count: most };
  }
  return best?.found ?? null;
}

/** How many different names the cards hold; none where most cards hold no name, as entries of a menu do not. */
function countIn(document: Document, steps: readonly Step[], ways: readonly Way[]): number {
  const cards = elementsOf(document, steps);
  const names = cards.map((card) => {
    for (const way of ways) {
      const [element] = elementsOf(card, way.steps);
      const text = element && pieceOf(element, way.line)?.text;
      if (text && isNameLike(text)) return text;
    }
    return null;
  });
  const all = new Set(names.filter((name) => name !== null));
  return all.size * 2 >= cards.length ? all.size : 0;
}

/** Names that stand beside their titles, with no element around each person. */
function rowsOf(document: Document, picks: Picks): Found | null {
  const fields: Found['fields'] = {};
  for (const field of taughtFields) {
    const pick = picks[field];
    if (!pick) continue;
    const ways = waysToAll(pick.element).filter((steps) =>
      elementsOf(document, steps).includes(pick.element),
    );
    if (ways.length === 0) return null;
    fields[field] = ways.slice(0, mostWays).map((steps) => withLine(steps, pick));
  }
  return { form: 'rows', cards: [], fields, shared: {} };
}

function pageOf(document: Document, picks: Picks): Found | null {
  const fields: Found['fields'] = {};
  for (const field of taughtFields) {
    const pick = picks[field];
    if (!pick) continue;
    const ways = waysToOne(document, pick.element);
    if (ways.length === 0) return null;
    fields[field] = ways.slice(0, mostWays).map((steps) => withLine(steps, pick));
  }
  return { form: 'page', cards: [], fields, shared: {} };
}
