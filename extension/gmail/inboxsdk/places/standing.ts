import type { Probes } from '../../health.ts';
import { signMark } from './app-icon.ts';
import { toolbarMark } from './toolbar.ts';

/** Gmail's own list of places comes with its page, and InboxSDK's items a moment after it. */
const SIGN_AFTER_MS = 5_000;

/** InboxSDK takes a button or an item and puts it nowhere where Gmail's part for it is not found: whether they stand there. */
export function watchStanding(document: Document, probes: Probes, signal: AbortSignal) {
  let isLate = false;
  const stands = (mark: string): boolean => document.querySelector(`.${mark}`) !== null;
  const lookForSign = (): void => {
    const isThere = stands(signMark);
    if (isThere || isLate) probes.note('sign-shown', isThere);
  };
  const timer = setTimeout(() => {
    isLate = true;
    lookForSign();
  }, SIGN_AFTER_MS);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (isThreadOpen: boolean): void => {
    lookForSign();
    if (isThreadOpen && probes.all().some(({ name, ok }) => name === 'toolbar-log' && ok > 0))
      probes.note('toolbar-shown', stands(toolbarMark));
  };
}
