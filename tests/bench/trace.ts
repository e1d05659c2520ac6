import type { Browser, BrowserContext, CDPSession } from 'playwright-core';

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string; fileName?: string }; name?: string };
};

/** What scripts of one origin cost the main threads of the pages that were watched, in milliseconds. */
export type ScriptCost = {
  /** Time inside our scripts' own calls. */
  total: number;
  /** The longest task that ran any of our script, whole. */
  longestTask: number;
  calls: number;
};

/** Records what the browser's threads do while `run` runs. */
export async function traced(context: BrowserContext, run: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await sessionOf(context.browser());
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'],
    },
  });
  try {
    await run();
  } finally {
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  return events;
}

async function sessionOf(browser: Browser | null): Promise<CDPSession> {
  if (!browser) throw new Error('a persistent context has a browser');
  return browser.newBrowserCDPSession();
}

const scriptNames = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);
const taskNames = new Set(['ThreadControllerImpl::RunTask', 'RunTask']);

/** @param isOurs tells our scripts' addresses, e.g. `chrome-extension://…/content-scripts/page.js` */
export function scriptCost(events: TraceEvent[], isOurs: (url: string) => boolean): ScriptCost {
  const complete = events.filter((event) => event.ph === 'X' && event.dur !== undefined);
  const ours = complete.filter(
    ({ name, args }) => scriptNames.has(name) && isOurs(args?.data?.url ?? args?.data?.fileName ?? ''),
  );
  const tasks = complete.filter(({ name }) => taskNames.has(name));
  let longest = 0;
  let total = 0;
  const coveredTo = new Map<string, number>();
  for (const call of ours.sort((a, b) => a.ts - b.ts)) {
    const thread = `${call.pid}/${call.tid}`;
    const end = call.ts + (call.dur ?? 0);
    // A call inside another call of ours is counted once.
    const from = Math.max(call.ts, coveredTo.get(thread) ?? 0);
    if (end > from) total += end - from;
    coveredTo.set(thread, Math.max(end, coveredTo.get(thread) ?? 0));
    const task = tasks.find(
      ({ pid, tid, ts, dur }) =>
        pid === call.pid && tid === call.tid && ts <= call.ts && ts + (dur ?? 0) >= end,
    );
    longest = Math.max(longest, (task ?? call).dur ?? 0);
  }
  return { total: total / 1000, longestTask: longest / 1000, calls: ours.length };
}
