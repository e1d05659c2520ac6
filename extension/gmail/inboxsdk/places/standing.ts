import { isDrawn } from '../../drawn.ts';
import type { Probes } from '../../health.ts';
import { signMark } from './app-icon.ts';
import { toolbarMark } from './toolbar.ts';

/** After Gmail began to draw its page, its list of places and InboxSDK's items in it come within this. */
const SIGN_AFTER_MS = 5_000;

/** InboxSDK takes a button or an item and puts it nowhere where Gmail's part for it is not found: whether they stand there. */
export function watchStanding(document: Document, probes: Probes, signal: AbortSignal) {
  let isLate = false;
  let isThere = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stands = (mark: string): boolean => document.querySelector(`.${mark}`) !== null;
  const lookForSign = (): void => {
    isThere = stands(signMark);
    if (isThere || isLate) probes.note('sign-shown', isThere);
    else if (timer === undefined && isDrawn(document))
      timer = setTimeout(() => {
        isLate = true;
        lookForSign();
      }, SIGN_AFTER_MS);
  };
  lookForSign();
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    look(isThreadOpen: boolean): void {
      lookForSign();
      if (isThreadOpen && probes.all().some(({ name, ok }) => name === 'toolbar-log' && ok > 0))
        probes.note('toolbar-shown', stands(toolbarMark));
    },
    /** The page changed: what was missed may be there. */
    changed(): void {
      if (!isThere && (timer === undefined || stands(signMark))) lookForSign();
    },
  };
}
