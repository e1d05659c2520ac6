import { isNamed, plain } from './dom.ts';
import { inline, type Line, lineOf, longestLine } from './lines.ts';
import type { Memory } from './memory.ts';
import { bounds, type Page, type Reading } from './recogniser.ts';

/** What an element may be to a reader of structure. */
export type Mark = 'data' | 'item' | 'typed' | 'card' | 'link' | 'meta' | 'image' | 'select';
type Marked = { mark: Mark; element: Element };
/** What one walk over a page finds: its lines, and the elements that readers of structure look at. */
export type Survey = { lines: readonly Line[]; marked: Readonly<Record<Mark, readonly Element[]>> };
/** What stands in one element, kept while nothing in it changes. */
export type Part = { lines: readonly Line[]; marked: readonly Marked[] };

/** Neither text nor structure for us. What a browser shows of `noscript` is nothing. */
const skipped = new Set(
  'style noscript template textarea select option svg math canvas iframe object video audio'.split(' '),
);
/** A row of a list is a part: its lines stay the same ones, and with them what was found in them. */
const smallestPart = 2;
const inked = /\S/;
/** Nodes between two yields. */
const stride = 250;

const surveys = new WeakMap<Page, Survey>();

/** The survey of a page, made once for all its readers. */
export function* surveyOf(page: Page): Reading<Survey> {
  const known = surveys.get(page);
  if (known) return known;
  const root = plain(page.document).documentElement;
  const { lines, marked } = root ? yield* walk(root, page.memory) : { lines: [], marked: [] };
  const sorted: Record<Mark, Element[]> = {
    data: [],
    item: [],
    typed: [],
    card: [],
    link: [],
    meta: [],
    image: [],
    select: [],
  };
  for (const { mark, element } of marked) sorted[mark].push(element);
  const survey = { lines, marked: sorted };
  surveys.set(page, survey);
  return survey;
}

/**
 * Walks an element once, without layout: a text cut by inline elements comes as one line, what is hidden as none.
 * What the memory holds of a part that did not change is taken from there.
 */
export function* walk(
  root: Element,
  memory?: Memory,
  isLeftOut?: (element: Element) => boolean,
): Reading<Part> {
  const lines: Line[] = [];
  const marked: Marked[] = [];
  let text = '';
  let owner: Element = root;
  /** The outermost hidden element we are in. */
  let hidden: Node | null = null;
  let steps = 0;
  let length = 0;
  // Open blocks, with what was there when they began and the largest part remembered of them.
  const open: Element[] = [];
  const began: number[] = [];
  const held: number[] = [];
  const forms = new Set<Node>();
  const dom = <T extends Node>(node: T): T => (forms.size > 0 && forms.has(node) ? plain(node) : node);

  const flush = (): void => {
    if (text === '') return;
    const line = lineOf(text);
    length += text.length;
    text = '';
    if (line !== '')
      lines.push({
        text: line,
        tag: dom(owner).localName,
        element: owner,
        mentions: undefined,
        silentIn: undefined,
        isUnnumbered: false,
      });
  };
  const leave = (element: Element): void => {
    flush();
    if (element === hidden) hidden = null;
    if (!memory || open.at(-1) !== element) return;
    open.pop();
    const marksBegan = began.pop() ?? 0;
    const linesBegan = began.pop() ?? 0;
    const inner = held.pop() ?? 0;
    const size = lines.length - linesBegan + marked.length - marksBegan;
    const outer = held.length - 1;
    const isWhole = !memory.touched.has(element) && !memory.isStale && !hidden;
    const isKept = isWhole && size >= smallestPart && size >= 2 * inner;
    if (isKept) {
      memory.parts.set(element, { lines: lines.slice(linesBegan), marked: marked.slice(marksBegan) });
    }
    if (outer >= 0) held[outer] = Math.max(held[outer] ?? 0, isKept ? size : inner);
  };

  let node: Node | null = plain(root).firstChild;
  /** Looks at one node and gives the next. */
  const visit = (node: Node): Node | null => {
    const { nodeType } = node;
    if (nodeType === 3 || nodeType === 4) {
      if (!hidden && text.length < longestLine) {
        const data = node.nodeValue ?? '';
        // What stands between two blocks is nearly always blank, and begins no line.
        if (text !== '' || inked.test(data)) {
          if (text === '') owner = (node.parentNode as Element | null) ?? root;
          text += data.length > longestLine ? data.slice(0, longestLine) : data;
        }
      }
    } else if (nodeType !== 8) {
      if (isNamed(node)) forms.add(node);
      const element = dom(node) as Element;
      if (element.nodeType === 1) {
        const next = enter(element, node as Element);
        if (next) return next;
      }
    }
    // Up and on; leaving a block ends its line.
    let at: Node | null = node;
    while (at && at !== root) {
      const here: Node = dom(at);
      const type = at.nodeType;
      if (type !== 3 && type !== 4 && type !== 8 && !inline.has((here as Element).localName))
        leave(at as Element);
      if (hidden && (here === hidden || at === hidden)) hidden = null;
      const next = here.nextSibling;
      if (next) return next;
      at = here.parentNode;
    }
    return null;
  };
  /** @param element read from, @param node kept; gives the first node in it that is looked at */
  const enter = (element: Element, node: Element): Node | null => {
    const name = element.localName;
    if (name === 'select') marked.push({ mark: 'select', element: node });
    if (skipped.has(name) || isLeftOut?.(node)) return null;
    const isBlock = !inline.has(name);
    if (isBlock) flush();
    const known = isBlock && !hidden ? memory?.parts.get(node) : undefined;
    if (known) {
      for (const line of known.lines) lines.push(line);
      for (const each of known.marked) marked.push(each);
      const outer = held.length - 1;
      const size = known.lines.length + known.marked.length;
      if (outer >= 0) held[outer] = Math.max(held[outer] ?? 0, size);
      return null;
    }
    markOf(element, node, name, marked);
    if (name === 'script') return null;
    const next = element.firstChild;
    if (next && !hidden && isHidden(element, name)) hidden = node;
    if (next && memory && isBlock) {
      open.push(node);
      began.push(lines.length, marked.length);
      held.push(0);
    }
    return next;
  };

  while (node && lines.length < bounds.lines && length < bounds.text && steps < bounds.nodes) {
    if (++steps % stride === 0) yield;
    node = visit(node);
  }
  flush();
  return { lines, marked };
}

const isHidden = (element: Element, name: string): boolean =>
  name === 'head' ||
  name === 'title' ||
  (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found');

/** @param element read from, @param node kept */
function markOf(element: Element, node: Element, name: string, into: Marked[]): void {
  const put = (mark: Mark): void => {
    into.push({ mark, element: node });
  };
  if (name === 'a' || name === 'area' || name === 'link') {
    if (isLink(element)) put('link');
  } else if (name === 'meta' || name === 'title' || name === 'base') put('meta');
  else if (name === 'script') {
    if (/ld\+json/i.test(element.getAttribute('type') ?? '')) put('data');
    return;
  } else if (name === 'img') put('image');
  if (!element.hasAttributes()) return;
  if (element.hasAttribute('itemscope')) put('item');
  if (element.hasAttribute('typeof') || element.hasAttribute('about')) put('typed');
  const classes = element.getAttributeNode('class')?.value;
  if (classes?.includes('card') && /(?:^|\s)(?:h-card|vcard)(?:\s|$)/.test(classes)) put('card');
}

/** A link that is a way to reach somebody, a card, or the same one elsewhere. */
function isLink(element: Element): boolean {
  const href = element.getAttribute('href');
  if (!href) return false;
  const rel = element.getAttribute('rel');
  return (
    /^\s*(?:mailto|tel|sms|callto|whatsapp|data:text\/(?:x-)?(?:vcard|directory)|https?:\/\/(?:api|web)\.whatsapp\.com)[:;,/]?/i.test(
      href,
    ) ||
    /\.vcf(?:$|[?#])/i.test(href) ||
    (rel !== null && /(?:^|\s)me(?:\s|$)/i.test(rel))
  );
}
