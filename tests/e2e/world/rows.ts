import type { Page } from 'playwright-core';

type Node = {
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
};
export type ChippedRow = { thread: string; chips: string[]; kinds: string[]; whole: string; dark: boolean };

const attribute = (node: Node, name: string): string | null => {
  const at = (node.attributes ?? []).findIndex((each, index) => index % 2 === 0 && each === name);
  return at < 0 ? null : (node.attributes?.[at + 1] ?? null);
};
const inside = (node: Node): Node[] => [...(node.children ?? []), ...(node.shadowRoots ?? [])];
const all = (node: Node, is: (node: Node) => boolean): Node[] => [
  ...(is(node) ? [node] : []),
  ...inside(node).flatMap((child) => all(child, is)),
];
const text = (node: Node): string =>
  node.nodeName === '#text' ? node.nodeValue : inside(node).map(text).join('');
const hasClass = (node: Node, name: string): boolean =>
  (attribute(node, 'class') ?? '').split(' ').includes(name);

/** What stands on the rows of the page, in page order. Its shadow roots are closed, so only the browser itself sees it. */
export async function chippedRows(page: Page): Promise<ChippedRow[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const rows = all(root as Node, ({ nodeName }) => nodeName === 'TR').filter(
      (row) => all(row, ({ nodeName }) => nodeName === 'TR').length === 1,
    );
    return rows.flatMap((row): ChippedRow[] => {
      const [host] = all(row, ({ nodeName }) => nodeName === 'SIDEBOOK-ROW');
      const marked = all(row, (node) => attribute(node, 'data-legacy-thread-id') !== null)[0];
      const group = host && all(host, (node) => hasClass(node, 'all'))[0];
      if (!host || !group) return [];
      const chips = all(group, (node) => hasClass(node, 'chip'));
      return [
        {
          thread: (marked && attribute(marked, 'data-legacy-thread-id')) ?? '',
          chips: chips.map(text),
          kinds: chips.map((chip) => (attribute(chip, 'class') ?? '').split(' ')[1] ?? ''),
          whole: attribute(group, 'title') ?? '',
          dark: attribute(host, 'dark') !== null,
        },
      ];
    });
  } finally {
    await session.detach();
  }
}
