import type { Page } from 'playwright-core';

type Event = { name: string; ph: string; pid: number; tid: number; tdur?: number };

/**
 * The longest task of a page's main thread while something is done, in ms of the processor's own time: what else runs on
 * the machine is no part of it.
 */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this browser cannot be traced');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  // The thread that lays out is the page's main one.
  const layouts = new Map<string, number>();
  const threadOf = ({ pid, tid }: Event) => `${pid} ${tid}`;
  for (const event of trace.traceEvents)
    if (event.name === 'Layout') layouts.set(threadOf(event), (layouts.get(threadOf(event)) ?? 0) + 1);
  const [main] = [...layouts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const tasks = trace.traceEvents.filter(
    (event) => event.ph === 'X' && event.name.includes('RunTask') && threadOf(event) === main,
  );
  if (tasks.length === 0) throw new Error('no task was traced');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}
