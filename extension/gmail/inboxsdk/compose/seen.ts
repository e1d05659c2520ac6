import { selectors } from '../../dom/selectors.ts';
import type { Probes } from '../../health.ts';

/** InboxSDK tells of a window within some 100 ms, but for the first 2 s of a page. */
const PATIENCE_MS = 1_600;
const editors =
  '[g_editable="true"], [contenteditable="true"][role="textbox"], .editable[contenteditable="true"]';

/**
 * Whether InboxSDK tells of the windows that mails are written in: a user writes in one, and nothing came of it. What
 * is gone sooner says nothing.
 */
export function watchWriting(
  document: Document,
  knows: (editor: Element) => boolean,
  probes: Probes,
  signal: AbortSignal,
) {
  const waiting = new Map<Element, ReturnType<typeof setTimeout>>();
  const forget = (editor: Element): void => {
    clearTimeout(waiting.get(editor));
    waiting.delete(editor);
  };
  const conclude = (editor: Element, isKnown: boolean): void => {
    forget(editor);
    probes.note('compose-seen', isKnown);
  };
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element) || !target.matches(editors) || waiting.has(target)) return;
      // What is only searched or filled in stands in no such element.
      if (target.closest(selectors.body.join())) return;
      if (knows(target)) return conclude(target, true);
      waiting.set(
        target,
        setTimeout(() => conclude(target, knows(target)), PATIENCE_MS),
      );
    },
    { capture: true, passive: true, signal },
  );
  signal.addEventListener('abort', () => waiting.forEach((timer) => void clearTimeout(timer)), {
    once: true,
  });
  return {
    /** The page changed: what is gone is not waited for. */
    look(): void {
      for (const editor of waiting.keys()) {
        if (knows(editor)) conclude(editor, true);
        else if (!editor.isConnected) forget(editor);
      }
    },
  };
}
