/** What is typed for a template right before the caret: `;` and the beginning of a name, behind nothing or a space. */
export type Asked = { query: string; range: Range };

const asked = /(?:^|[\s\u00a0\u3000，。；、！？])[;；]([\p{L}\p{N}_-]{0,40})$/u;

/** Null where no template is asked for, or where more than a caret is selected. */
export function askedAt(body: HTMLElement): Asked | null {
  const selection = body.ownerDocument.getSelection();
  const { focusNode: node, focusOffset: offset = 0 } = selection ?? {};
  if (!selection?.isCollapsed || !(node instanceof Text) || !body.contains(node)) return null;
  const [, query] = asked.exec(node.data.slice(Math.max(0, offset - 60), offset)) ?? [];
  if (query === undefined) return null;
  const range = body.ownerDocument.createRange();
  range.setStart(node, offset - query.length - 1);
  range.setEnd(node, offset);
  return { query, range };
}

/** Where the caret stands on the screen. */
export function placeOf(range: Range, body: HTMLElement): DOMRect {
  const [rect] = range.getClientRects();
  return rect ?? body.getBoundingClientRect();
}
