import type { Page } from 'playwright-core';

type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string }; name?: string };
};

/**
 * The longest tasks in which a script of ours ran while something is done: of the page's main thread and of the worker's,
 * in ms of the processor's own time. InboxSDK is part of our script in the page, so its work counts as ours.
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
  const ours = new Map<string, Event[]>();
  for (const event of traceEvents)
    if (event.ph === 'X' && event.args?.data?.url?.startsWith('chrome-extension://'))
      ours.set(threadOf(event), [...(ours.get(threadOf(event)) ?? []), event]);
  const workers = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && /worker/i.test(args?.name ?? ''))
      .map(threadOf),
  );
  const longest = { page: 0, worker: 0 };
  for (const event of traceEvents) {
    if (event.ph !== 'X' || !event.name.includes('RunTask')) continue;
    const end = event.ts + (event.dur ?? 0);
    const calls = ours.get(threadOf(event)) ?? [];
    if (!calls.some(({ ts }) => ts >= event.ts && ts < end)) continue;
    const where = workers.has(threadOf(event)) ? 'worker' : 'page';
    longest[where] = Math.max(longest[where], (event.tdur ?? 0) / 1_000);
  }
  return longest;
}
