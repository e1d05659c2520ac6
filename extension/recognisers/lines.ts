import type { Reading } from './recogniser.ts';

/** A line of text as a reader sees it: what stands between two breaks of the layout, whatever inline elements cut it. */
export type Line = { text: string; tag: string; element: Element };

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'svg',
  'math',
  'canvas',
  'iframe',
  'object',
  'head',
]);
/** Elements that do not break a line. All others do, so an unknown element never glues two words together. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const longestLine = 4_000;

/**
 * Walks the page's text line by line, without layout: addresses and names cut by inline elements come whole.
 * Yields the turn every `stride` nodes.
 */
export function* readLines(
  root: Element,
  onLine: (line: Line) => boolean,
  isLeftOut: (element: Element) => boolean = () => false,
  stride = 60,
): Reading<void> {
  let text = '';
  let owner: Element = root;
  let steps = 0;
  let stopped = false;
  const flush = (): void => {
    const line = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (line && !onLine({ text: line, tag: owner.localName, element: owner })) stopped = true;
  };
  let node: Node | null = root.firstChild;
  while (node && !stopped) {
    if (++steps % stride === 0) yield;
    let descend = false;
    if (node.nodeType === 3) {
      if (text.length < longestLine) {
        const data = node.nodeValue ?? '';
        if (!text && node.parentElement) owner = node.parentElement;
        text += data.length > longestLine ? data.slice(0, longestLine) : data;
      }
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const name = element.localName;
      if (skipped.has(name) || element.hasAttribute('hidden') || isLeftOut(element)) descend = false;
      else {
        if (name === 'br' || name === 'hr' || !inline.has(name)) flush();
        descend = true;
      }
    }
    if (descend && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    // Up and on; leaving a block ends its line.
    let at: Node | null = node;
    node = null;
    while (at && at !== root) {
      if (at.nodeType === 1 && !inline.has((at as Element).localName)) flush();
      if (at.nextSibling) {
        node = at.nextSibling;
        break;
      }
      at = at.parentNode;
    }
  }
  if (!stopped) flush();
}
