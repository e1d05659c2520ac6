import type { MessageInPage } from './dom/messages.ts';
import { all, selectors } from './dom/selectors.ts';
import type { Probes } from './health.ts';
import type { MessageMark } from './surface.ts';

/** In a closed shadow root: what the workspace knows is nobody's in the page, and the page's rules do not reach it. */
const tag = 'sidebook-mark';
/** Told apart by their shape; what each means is said by its label. */
const signs: Record<MessageMark['state'], string> = { logged: '✓', waiting: '◷', probably: '?', none: '–' };
/** Of the page's looks it takes the colour alone. */
const look =
  'all:initial;color:inherit;font:600 12px/16px system-ui,sans-serif;margin-inline-start:6px;cursor:default';

/** A small sign beside a message's date: whether it is logged. It does nothing and takes no click. */
function signOf(document: Document, { state, label }: MessageMark): HTMLElement {
  const host = document.createElement(tag);
  const sign = document.createElement('span');
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', label);
  sign.title = label;
  sign.textContent = signs[state];
  sign.style.cssText = look;
  host.attachShadow({ mode: 'closed' }).append(sign);
  return host;
}

type Marks = { of: string; byId: Map<string, MessageMark> };
/** A level that takes over goes on with what the one before it was told. */
const kept = new WeakMap<Document, Marks>();

/** Puts marks beside the messages they are of, takes away those that are old, and leaves those that are right. */
export function makeMarks(document: Document, probes: Probes) {
  /** What each sign that stands in the page says. */
  const said = new WeakMap<Element, string>();

  const place = (mark: MessageMark | undefined, { element, body }: MessageInPage): boolean => {
    const there = [...element.querySelectorAll(tag)];
    const date = all(element, selectors.date).find((each) => !body?.contains(each));
    if (mark && date && there.length === 1 && there[0] && said.get(there[0]) === mark.label) return true;
    for (const old of there) old.remove();
    if (mark && date) {
      const sign = signOf(document, mark);
      said.set(sign, mark.label);
      date.after(sign);
    }
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
