import { placeholder } from '../../../../shared/domain/template/fields.ts';

const select = (body: HTMLElement, range: Range): void => {
  const selection = body.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
};

/**
 * Writes a text over a range of a mail's body, as if it was typed: the page hears of it, and its undo takes it back.
 * Lines and characters only, nothing is read as markup.
 */
export function writeText(body: HTMLElement, range: Range | null, text: string): boolean {
  body.focus();
  if (range && body.contains(range.commonAncestorContainer)) select(body, range);
  // The one way into an editable element that keeps its undo; its replacement has none.
  return body.ownerDocument.execCommand('insertText', false, text.replace(/\r\n?/g, '\n'));
}

/** Selects the first field that was left open, so that the next key writes over it. */
export function selectOpenField(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [match] = (node.nodeValue ?? '').matchAll(placeholder);
    if (!match) continue;
    const range = body.ownerDocument.createRange();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    select(body, range);
    return;
  }
}
