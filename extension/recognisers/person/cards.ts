import { plain } from '../dom.ts';
import type { Line } from '../lines.ts';
import type { PersonSeen } from '../persons.ts';
import type { Reading } from '../recogniser.ts';

/** What belongs to a person: the lines of their card, or from the name down to the next one. */
export type Card = {
  /** Indices of the first and last line. */
  from: number;
  to: number;
  /** The element that holds it all; null where names and facts follow each other without one. */
  root: Element | null;
};

/** Ancestors that are looked through for the edge of a card. */
const levels = 20;
/** Lines of the longest card. */
const longest = 30;
/** Lines below a name that are still the person's where no element holds them together. */
const reach = 9;
/** These hold pages, not people. */
const wide = new Set(['body', 'html', 'main']);

/** The card of each person whose name stands for itself. A card is the largest element with one name in it. */
export function* cardsOf(
  persons: readonly PersonSeen[],
  lines: readonly Line[],
): Reading<Map<PersonSeen, Card>> {
  const entries = persons.filter(({ isEntry }) => isEntry);
  const names = new Map<Node, number>();
  for (const { line } of entries) {
    for (const node of upFrom(lines[line]?.element ?? null)) names.set(node, (names.get(node) ?? 0) + 1);
  }
  yield;
  const cards = new Map<PersonSeen, Card>();
  for (const [at, person] of entries.entries()) {
    if (at % 5 === 4) yield;
    const next = entries.slice(at + 1).find(({ line }) => line > person.line)?.line ?? lines.length;
    // Without a card it is what follows, as far as the part of the page goes that holds these people.
    const holder = [...upFrom(lines[person.line]?.element ?? null)].find(
      (node) => (names.get(node) ?? 0) > 1,
    );
    let to = person.line;
    while (to + 1 < next && to < person.line + reach) {
      const line = lines[to + 1];
      if (!line || (holder && !isIn(line.element, holder))) break;
      to++;
    }
    const flat = { from: person.line, to, root: null };
    cards.set(person, cardOf(person.line, lines, names) ?? flat);
  }
  return cards;
}

function cardOf(line: number, lines: readonly Line[], names: ReadonlyMap<Node, number>): Card | null {
  let card: Card | null = null;
  for (const node of upFrom(lines[line]?.element ?? null)) {
    if (names.get(node) !== 1 || wide.has((node as Element).localName)) break;
    const from = edge(node, lines, card?.from ?? line, -1);
    const to = edge(node, lines, card?.to ?? line, 1);
    if (to - from >= longest) break;
    card = { from, to, root: node as Element };
  }
  // A heading alone in its element is no card: what is told of the person follows it.
  return card && card.to > card.from ? card : null;
}

/** The last line in this direction that stands in the element. */
function edge(node: Node, lines: readonly Line[], start: number, step: 1 | -1): number {
  let at = start;
  for (let count = 0; count <= longest; count++) {
    const next = lines[at + step];
    if (!next || !isIn(next.element, node)) break;
    at += step;
  }
  return at;
}

function isIn(element: Element, holder: Node): boolean {
  let at: Node | null = element;
  for (let level = 0; at && level < levels; level++) {
    if (at === holder) return true;
    at = plain(at).parentNode;
  }
  return false;
}

function* upFrom(element: Element | null): Generator<Node> {
  let at: Node | null = element;
  for (let level = 0; at && level < levels; level++) {
    yield at;
    at = plain(at).parentNode;
  }
}

/** What a browser shows of these is nothing. */
const unseen = new Set(['noscript', 'template', 'script', 'style', 'svg', 'iframe']);

/** The links in an element, at most `most` nodes of it. */
export function linksIn(root: Element, most = 400): Element[] {
  const found: Element[] = [];
  let node: Node | null = root;
  for (let left = most; node && left > 0; left--) {
    if (node.nodeType === 1 && (node as Element).localName === 'a') found.push(node as Element);
    let next: Node | null = unseen.has((node as Element).localName) ? null : plain(node).firstChild;
    for (let at: Node | null = node; !next && at && at !== root; at = plain(at).parentNode)
      next = plain(at).nextSibling;
    node = next;
  }
  return found;
}

/** The link an element stands in, if near. */
export function linkAround(element: Element): Element | null {
  let level = 0;
  for (const node of upFrom(element)) {
    if ((node as Element).localName === 'a') return node as Element;
    if (++level > 3) break;
  }
  return null;
}
