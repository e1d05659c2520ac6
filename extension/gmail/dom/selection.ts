import { isInShownView } from './main-view.ts';
import type { MessageInPage } from './messages.ts';

/** Which message the user last opened or pointed at. */
export type Selection = {
  /** The pointed-at message while it is among these; else the last loaded one. */
  of(messages: readonly MessageInPage[]): string | null;
};

/** Remembers the last message pressed or focused; `changed` is called when there was one. Ends with `signal`. */
export function watchSelection(document: Document, changed: () => void, signal: AbortSignal): Selection {
  let pointed: Element | null = null;
  const remember = (event: Event) => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    if (!isInShownView(event.target)) return;
    pointed = event.target;
    changed();
  };
  document.addEventListener('pointerdown', remember, { capture: true, passive: true, signal });
  document.addEventListener('focusin', remember, { capture: true, passive: true, signal });
  return {
    of(messages) {
      const within = pointed && messages.find(({ element }) => element.contains(pointed));
      return (within ?? messages.findLast(({ body }) => body !== null) ?? messages.at(-1))?.id ?? null;
    },
  };
}
