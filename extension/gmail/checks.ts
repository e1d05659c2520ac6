import type { Insight, MailPage } from './core.ts';
import { checkList, checkThread, isGmails, namesThread } from './dom/check.ts';
import { isOfOneself, listedIn } from './dom/listed.ts';
import { threadIn } from './dom/thread.ts';
import type { Probes } from './health.ts';

/** Gmail draws a thread in steps: before they are done a missing fact means nothing. */
const SETTLED_AFTER_MS = 600;
/** So often it is looked again where something is missing still. */
const AGAIN_AFTER_MS = [1_500, 5_000];

/** Checks our own reading once for each thread and list that is shown, after it was drawn and beside what the user waits for. */
export function makeChecks(
  page: MailPage,
  account: () => string,
  insight: Pick<Insight, 'check'>,
  probes: Probes,
  signal: AbortSignal,
) {
  let checked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const isWhole = (): boolean => !probes.functions().some(({ state }) => state === 'missing');
  const check = (again: readonly number[]): void => {
    const { document, location } = page;
    probes.note('page-account', account() !== '');
    const thread = threadIn(document, account());
    if (thread || namesThread(location)) checkThread(document, thread, probes);
    else {
      // That no conversation was found is news only where one should be.
      probes.forget('page-thread', 'page-thread-other', 'messages');
      if (isGmails(location) && !isOfOneself(location))
        checkList(document, listedIn(document, account()), probes);
    }
    // Over a page of an extension's there is no toolbar, though the conversation below may stand in the page still.
    insight.check?.(thread !== null && isGmails(location));
    const [wait, ...rest] = again;
    if (wait !== undefined && !isWhole()) timer = setTimeout(check, wait, rest);
  };
  return {
    /** To be told what is shown, by an id of the thread or null. */
    shows(threadId: string | null): void {
      const now = `${threadId} ${page.location.hash}`;
      if (now === checked) return;
      checked = now;
      clearTimeout(timer);
      timer = setTimeout(check, SETTLED_AFTER_MS, AGAIN_AFTER_MS);
    },
  };
}
