import { plain } from '../../recognisers/dom.ts';
import type { Pick } from '../../recognisers/taught/induce.ts';
import { linesOf } from '../../recognisers/taught/lines-of.ts';

/** What is pointed at: an element, or one line of it where it has several. */
export type Spot = Pick & { node: Node };

const visible = (text: Text): boolean => /\S/.test(text.nodeValue ?? '');

/** The spot of a piece of text: its element, or its line of that. */
export function spotOf(text: Text): Spot | null {
  const element = plain(text).parentElement;
  if (!element) return null;
  const lines = linesOf(element);
  const line = lines.findIndex(({ nodes }) => nodes.includes(text));
  if (line < 0) return null;
  return lines.length > 1 ? { element, line, node: text } : { element, node: element };
}

type WithCaret = Document & {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

/** The text under a point of the window, else the first text of what stands there. */
export function spotAt(page: Document, x: number, y: number): Spot | null {
  const document = plain(page) as WithCaret;
  const under = document.elementFromPoint(x, y);
  const caret =
    document.caretPositionFromPoint?.(x, y)?.offsetNode ??
    document.caretRangeFromPoint?.(x, y)?.startContainer;
  if (caret?.nodeType === 3 && visible(caret as Text) && under && contains(under, caret))
    return spotOf(caret as Text);
  return under && firstIn(page, under);
}

const contains = (outer: Element, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

const textsFrom = (page: Document, root: Node): TreeWalker =>
  plain(page).createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    visible(node as Text) && isDrawn(node as Text) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  );

/** By layout, as this runs in a browser alone: what somebody cannot see they do not point at. */
function isDrawn(text: Text): boolean {
  const name = text.parentElement?.localName;
  if (name === 'script' || name === 'style' || name === 'noscript' || name === 'template') return false;
  const range = document.createRange();
  range.selectNode(text);
  return range.getClientRects().length > 0;
}

export function firstIn(page: Document, root: Node): Spot | null {
  const text = textsFrom(page, root).nextNode();
  return text ? spotOf(text as Text) : null;
}

const textOfSpot = (page: Document, { node }: Spot): Node =>
  node.nodeType === 3 ? node : (textsFrom(page, node).nextNode() ?? node);

/** The next or last piece of text of the page. */
export function beside(page: Document, spot: Spot, step: 1 | -1): Spot {
  const body = plain(page).body ?? plain(page).documentElement;
  const walker = textsFrom(page, body);
  const from = textOfSpot(page, spot);
  walker.currentNode = from;
  for (;;) {
    const next = step > 0 ? walker.nextNode() : walker.previousNode();
    if (!next) return spot;
    const found = spotOf(next as Text);
    if (found && (found.element !== spot.element || found.line !== spot.line)) return found;
  }
}

/** The whole element of a line, or what an element stands in. */
export function wider(spot: Spot): Spot {
  if (spot.line !== undefined) return { element: spot.element, node: spot.element };
  const parent = plain(spot.element).parentElement;
  if (!parent || ['body', 'html'].includes(plain(parent).localName)) return spot;
  return { element: parent, node: parent };
}

export const narrower = (page: Document, spot: Spot): Spot => {
  for (let at: Element | null = spot.element; at; ) {
    const texts: Spot | null = firstIn(page, at);
    if (!texts || texts.element === spot.element) return texts ?? spot;
    // One level down, towards the first text.
    let down: Element = texts.element;
    for (let up = plain(down).parentElement; up && up !== spot.element; up = plain(down).parentElement)
      down = up;
    return { element: down, node: down };
  }
  return spot;
};
