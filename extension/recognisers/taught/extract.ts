import { attributeOf, plain } from '../dom.ts';
import { clean } from '../sight.ts';
import { linesOf } from './lines-of.ts';
import { type Shape, type Step, selectorOf, type TaughtField, type Way } from './recipe.ts';

export type Piece = { text: string; element: Element };
/** One person or company as a shape finds it. `card`: what holds only them. */
export type Entry = { card: Element | null; fields: Partial<Record<TaughtField, Piece>> };

const mostCards = 300;
const longestValue = 200;

/** Elements of a path below a root, in the page's order. */
export function elementsOf(root: Document | Element, steps: readonly Step[]): Element[] {
  if (steps.length === 0) return 'documentElement' in root ? [] : [root as Element];
  const found: Element[] = [];
  for (const element of plain(root).querySelectorAll(selectorOf(steps))) {
    if (found.push(element) >= mostCards) break;
  }
  return found;
}

export function pieceOf(element: Element, line: number | undefined): Piece | null {
  const lines = linesOf(element);
  const text = line === undefined ? lines.map((each) => each.text).join(' ') : lines[line]?.text;
  const value = clean(text);
  return value && value.length <= longestValue ? { text: value, element } : null;
}

/** The first piece that any of the ways leads to. */
function firstOf(root: Document | Element, ways: readonly Way[] = []): Piece | null {
  for (const { steps, line } of ways) {
    const element = elementsOf(root, steps)[0];
    const piece = element && pieceOf(element, line);
    if (piece) return piece;
  }
  return null;
}

/** Whether a text can be what somebody or something is called. */
export const isNameLike = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 80 &&
  /\p{L}/u.test(text) &&
  !/[@{}<>|\\]|https?:|\d{3}/u.test(text) &&
  text.split(' ').length <= 8;

type Fields = Entry['fields'];
const named = (fields: Fields): boolean => isNameLike((fields.name ?? fields.organisation)?.text ?? '');

/** What a shape finds on a page; one step an entry, so that a long list holds nobody up. */
export function* extract(document: Document, shape: Shape): Generator<void, Entry[], void> {
  const shared: Fields = {};
  for (const field of ['name', 'title', 'organisation'] as const) {
    const piece = firstOf(document, shape.shared[field]);
    if (piece) shared[field] = piece;
  }
  yield;
  const entries =
    shape.form === 'cards'
      ? yield* fromCards(document, shape)
      : shape.form === 'rows'
        ? fromRows(document, shape)
        : [{ card: null, fields: fieldsIn(document, shape) }];
  return entries
    .map(({ card, fields }) => ({ card, fields: { ...shared, ...fields } }))
    .filter(({ fields }) => named(fields));
}

function fieldsIn(root: Document | Element, { fields }: Shape): Fields {
  const found: Fields = {};
  for (const [field, ways] of Object.entries(fields) as [TaughtField, Way[]][]) {
    const piece = firstOf(root, ways);
    if (piece) found[field] = piece;
  }
  return found;
}

function* fromCards(document: Document, shape: Shape): Generator<void, Entry[], void> {
  for (const steps of shape.cards) {
    const entries: Entry[] = [];
    for (const card of elementsOf(document, steps)) {
      entries.push({ card, fields: fieldsIn(card, shape) });
      yield;
    }
    if (entries.some(({ fields }) => named(fields))) return entries;
  }
  return [];
}

/** Names with what follows each until the next, or stands before it, as it was shown. */
function fromRows(document: Document, { fields }: Shape): Entry[] {
  const all = (ways: readonly Way[] = []): Piece[] => {
    for (const { steps, line } of ways) {
      const pieces = elementsOf(document, steps).flatMap((element) => pieceOf(element, line) ?? []);
      if (pieces.length > 0) return pieces;
    }
    return [];
  };
  const names = all(fields.name).filter(({ text }) => isNameLike(text));
  const others = (['title', 'organisation'] as const).map((field) => [field, all(fields[field])] as const);
  const entries: Entry[] = names.map((name) => ({ card: null, fields: { name } }));
  for (const [field, pieces] of others) {
    const [first] = pieces;
    const [head] = names;
    // What stands before the first name stands before every name.
    const leads = first && head && isBefore(first.element, head.element);
    for (const piece of leads ? [...pieces].reverse() : pieces) {
      const at = leads
        ? names.findIndex((name) => isBefore(piece.element, name.element))
        : names.findLastIndex(
            (name) => isBefore(name.element, piece.element) || name.element === piece.element,
          );
      const entry = entries[at];
      if (entry && !entry.fields[field]) entry.fields[field] = piece;
    }
  }
  return entries;
}

/** DOM standard: DOCUMENT_POSITION_FOLLOWING. */
const isBefore = (a: Node, b: Node): boolean => (plain(a).compareDocumentPosition(b) & 4) !== 0;

/** Addresses, numbers and pages that a card links to. */
export function linksOf(card: Element): { emails: string[]; phones: string[]; profiles: string[] } {
  const hrefs = elementsOf(card, [{ tag: 'a' }])
    .slice(0, 20)
    .map((link) => attributeOf(link, 'href') ?? '');
  const after = (scheme: RegExp) =>
    hrefs
      .flatMap((href) => (scheme.test(href) ? [href.replace(scheme, '').replace(/\?.*$/, '')] : []))
      .slice(0, 3);
  return {
    emails: after(/^mailto:/i),
    phones: after(/^tel:/i),
    profiles: hrefs.filter((href) => /^https?:/i.test(href)).slice(0, 10),
  };
}
