import type { Page } from 'playwright-core';

type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Of the processor's own time, in microseconds. */
  tdur?: number;
  args?: { data?: { url?: string }; name?: string };
};

/**
 * The longest call into a script of ours in the page, and the longest task of the worker, while something is done; in ms
 * of the processor's own time. InboxSDK is part of our script in the page, so its work counts as ours.
 */
export async function longestOfOurs(
  page: Page,
  work: () => Promise<void>,
): Promise<{ page: number; worker: number }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this browser cannot be traced');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  const threadOf = ({ pid, tid }: Event) => `${pid} ${tid}`;
  const workers = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'ServiceWorker thread')
      .map(threadOf),
  );
  const longest = (is: (event: Event) => boolean): number =>
    Math.max(0, ...traceEvents.filter(is).map(({ tdur = 0 }) => tdur / 1_000));
  const found = {
    page: longest(
      (event) =>
        event.name === 'FunctionCall' &&
        !workers.has(threadOf(event)) &&
        event.args?.data?.url?.startsWith('chrome-extension://') === true,
    ),
    worker: longest((event) => event.name.includes('RunTask') && workers.has(threadOf(event))),
  };
  if (found.worker === 0) throw new Error('no task of a worker was traced');
  return found;
}
