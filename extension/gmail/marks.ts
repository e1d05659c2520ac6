import type { MessageInPage } from './dom/messages.ts';
import { all, selectors } from './dom/selectors.ts';
import type { Probes } from './health.ts';
import type { MessageMark } from './surface.ts';

const name = 'data-sidebook-mark';
/** Told apart by their shape; what each means is said by its label. */
const signs: Record<MessageMark['state'], string> = { logged: '✓', waiting: '◷', probably: '?', none: '–' };

/** A small sign beside a message's date: whether it is logged. It does nothing and takes no click. */
function signOf(document: Document, { state, label }: MessageMark): HTMLElement {
  const sign = document.createElement('span');
  sign.setAttribute(name, state);
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', label);
  sign.title = label;
  sign.textContent = signs[state];
  Object.assign(sign.style, { marginInlineStart: '6px', fontWeight: '600', cursor: 'default' });
  return sign;
}

type Marks = { of: string; byId: Map<string, MessageMark> };
/** A level that takes over goes on with what the one before it was told. */
const kept = new WeakMap<Document, Marks>();

/** Puts marks beside the messages they are of, takes away those that are old, and leaves those that are right. */
export function makeMarks(document: Document, probes: Probes) {
  const place = (mark: MessageMark | undefined, { element, body }: MessageInPage): boolean => {
    const there = [...element.querySelectorAll(`[${name}]`)];
    const date = all(element, selectors.date).find(
      (each) => !body?.contains(each) && !each.hasAttribute(name),
    );
    if (mark && date && there.length === 1 && there[0]?.getAttribute('aria-label') === mark.label)
      return true;
    for (const old of there) old.remove();
    if (mark && date) date.after(signOf(document, mark));
    return !mark || date !== undefined;
  };
  const apply = (threadId: string, messages: readonly MessageInPage[]): void => {
    const marks = kept.get(document);
    if (threadId !== marks?.of) return;
    const placed = probes.attempt('marks', () =>
      messages.map((message) => place(marks.byId.get(message.id), message)),
    );
    if (placed?.length) probes.note('mark-places', placed.some(Boolean));
  };
  return {
    apply,
    set(threadId: string, next: readonly MessageMark[]): void {
      kept.set(document, { of: threadId, byId: new Map(next.map((mark) => [mark.id, mark])) });
    },
  };
}
