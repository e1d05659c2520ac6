import { plain } from '../dom.ts';
import { inline, lineOf } from '../lines.ts';

/** A line of an element's text, with the nodes that it stands in. */
export type TextLine = { text: string; nodes: Text[] };

const most = { nodes: 400, lines: 40, text: 2_000 } as const;
const silent = new Set(['script', 'style', 'template', 'noscript']);

/** The lines of an element, by line breaks and blocks, without layout; a bounded number of them. */
export function linesOf(root: Element): TextLine[] {
  const lines: TextLine[] = [];
  let text = '';
  let nodes: Text[] = [];
  let left: number = most.nodes;
  const flush = (): void => {
    const line = lineOf(text);
    if (line && lines.length < most.lines) lines.push({ text: line, nodes });
    text = '';
    nodes = [];
  };
  const visit = (parent: Node, depth: number): void => {
    for (let node = plain(parent).firstChild; node && left-- > 0; node = plain(node).nextSibling) {
      if (node.nodeType === 3) {
        const data = node.nodeValue ?? '';
        if (text.length < most.text) text += data.slice(0, most.text);
        if (data.trim()) nodes.push(node as Text);
      } else if (node.nodeType === 1) {
        const name = plain(node as Element).localName;
        if (silent.has(name)) continue;
        const breaks = !inline.has(name);
        if (breaks) flush();
        if (depth < 30) visit(node, depth + 1);
        if (breaks) flush();
      }
    }
  };
  visit(root, 0);
  flush();
  return lines;
}
