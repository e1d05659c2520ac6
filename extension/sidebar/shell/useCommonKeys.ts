import type { Session } from './session.ts';
import { type Keys, useKeys } from './useKeys.ts';

/** Puts the focus on what is marked so; a frame's field takes no key before its window has the focus. */
export const focusOn = (what: string): void => {
  window.focus();
  document.querySelector<HTMLElement>(`[data-focus="${what}"]`)?.focus();
};

/** Keys that are the same in the sidebar and on every page: search, undo, the list of keys, back. */
export function useCommonKeys(session: Session, more: Keys = {}): void {
  useKeys({
    '/': () => focusOn('search'),
    'Mod+z': (event) => {
      const toast = session.toasts.shown.value;
      if (!toast?.action) return;
      session.toasts.close();
      toast.action.run(event);
    },
    '?': () => session.open({ noun: 'keys' }),
    Escape: () => {
      if (session.cards.value.length > 0) session.back();
      else session.toasts.close();
    },
    ...more,
  });
}
