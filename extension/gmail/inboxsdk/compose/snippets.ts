import type { FilledTemplate } from '../../../messages/compose.ts';
import type { TextToWrite } from '../../../messages/tab.ts';
import { askedAt, placeOf } from './caret.ts';
import { selectOpenField, writeText } from './insert.ts';
import { makePicker, type Picker, type PickerParts } from './picker.ts';

export type SnippetParts = Pick<PickerParts, 'lines' | 'recipients' | 'fill'> & {
  /** Asked for when a list opens: what it shows may have been changed meanwhile. */
  load(): Promise<void>;
  subject(text: string): void;
};

const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/**
 * Templates in a mail's body: `;name` and Enter or Tab writes one. What is typed is Gmail's own; of the keys only those
 * that move in the open list are kept from it. What an input method composes never asks for anything.
 */
export function makeSnippets(body: HTMLElement, parts: SnippetParts, signal: AbortSignal) {
  let picker: Picker | null = null;
  /** Where somebody said that it shall stay text. */
  let left: { node: Node; start: number } | null = null;
  let kept: Range | null = null;

  const write = (text: Omit<TextToWrite, 'key' | 'to'>, range: Range | null): boolean => {
    if (text.subject) parts.subject(text.subject);
    const isWritten = writeText(body, range, text.text);
    if (text.isOpen) selectOpenField(body);
    return isWritten;
  };
  const take = (filled: FilledTemplate, range: Range | null): boolean =>
    write({ ...filled, isOpen: filled.missing.length > 0 }, range);
  const closed = (): void => {
    picker = null;
  };
  const look = (): void => {
    const asked = askedAt(body);
    const isLeft =
      asked !== null && left?.node === asked.range.startContainer && left.start === asked.range.startOffset;
    if (!asked || isLeft) {
      picker?.close();
      return;
    }
    left = null;
    if (!picker) {
      void parts.load().then(() => picker?.refresh());
      picker = makePicker(
        {
          ...parts,
          // What was asked for may have been typed on meanwhile: what stands there now is written over.
          take: (filled) => take(filled, askedAt(body)?.range ?? null),
          closed,
        },
        signal,
      );
    }
    picker.follow(asked.query, placeOf(asked.range, body));
  };

  body.addEventListener(
    'input',
    (event) => {
      if (event.isTrusted && !(event as InputEvent).isComposing) look();
    },
    { signal },
  );
  body.addEventListener('compositionend', () => setTimeout(() => !signal.aborted && look()), { signal });
  body.addEventListener('blur', () => picker?.close(), { signal });
  // Before the page's own listeners: a key that is the list's never reaches them, nor does its release.
  let held: string | null = null;
  const view = body.ownerDocument.defaultView ?? window;
  view.addEventListener(
    'keydown',
    (event) => {
      if (!picker?.isOpen() || !event.isTrusted || isComposing(event) || !body.contains(event.target as Node))
        return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const asked = askedAt(body);
      if (!picker.key(event)) return;
      if (event.key === 'Escape' && asked)
        left = { node: asked.range.startContainer, start: asked.range.startOffset };
      held = event.key;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  for (const type of ['keyup', 'keypress'] as const)
    view.addEventListener(
      type,
      (event) => {
        if (held === null || event.key !== held) return;
        if (type === 'keyup') held = null;
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  body.ownerDocument.addEventListener(
    'selectionchange',
    () => {
      const selection = body.ownerDocument.getSelection();
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      if (range && body.contains(range.commonAncestorContainer)) {
        kept = range.cloneRange();
        // Somebody walked away from what was asked for.
        if (picker && !askedAt(body)) picker.close();
      }
    },
    { signal },
  );
  signal.addEventListener('abort', () => picker?.close(), { once: true });

  return {
    /** To where the caret was last. */
    write: (text: Omit<TextToWrite, 'key' | 'to'>): boolean => write(text, kept),
    /** From the button: a list with a preview, and the template goes to where the caret was. */
    ask(at: DOMRect): void {
      picker?.close();
      const asking = makePicker(
        {
          ...parts,
          take: (filled) => take(filled, kept),
          closed: () => {
            closed();
            body.focus();
          },
        },
        signal,
      );
      asking.ask(at);
      void parts.load().then(() => asking.refresh());
    },
  };
}
