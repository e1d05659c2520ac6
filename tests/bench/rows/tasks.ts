import type { BrowserContext, Page } from 'playwright-core';

type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of the processor's own time, in microseconds. */
  tdur?: number;
  args?: { data?: { url?: string }; name?: string };
};

/** What a page's main thread, and the worker of an extension, did meanwhile; in ms of the processor's own time. */
export type Traced = {
  /** Whole tasks: script, style, layout and paint, whoever asked for them. */
  longest: number;
  /** How many took over 50 ms. */
  long: number;
  all: number;
  /** Of tasks that end in a frame, nineteen in twenty take no longer. */
  frame: number;
  /** The longest call into a script of an extension; InboxSDK is part of ours in the page. */
  call: number;
  /** All such calls together. */
  calls: number;
  worker: number;
};

const long = 50;
const mark = 'sidebook-bench';
const threadOf = ({ pid, tid }: Event): string => `${pid} ${tid}`;
const spent = ({ tdur = 0 }: Event): number => tdur / 1_000;
const longestOf = (events: readonly Event[]): number => Math.max(0, ...events.map(spent));

const isTask = ({ name }: Event): boolean => name === 'ThreadControllerImpl::RunTask';

const categories = ['toplevel', 'devtools.timeline', 'blink.user_timing', '__metadata'];

async function trace(
  context: BrowserContext,
  page: Page | undefined,
  work: () => Promise<void>,
): Promise<Event[]> {
  const browser = context.browser();
  if (!browser) throw new Error('this browser cannot be traced');
  await browser.startTracing(page, { categories });
  await work();
  return (JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] }).traceEvents;
}

/** Traces while something is done in a page: all that happened, and what of it on the page's main thread. */
async function tracePage(page: Page, work: () => Promise<void>): Promise<{ events: Event[]; mine: Event[] }> {
  const events = await trace(page.context(), page, async () => {
    // Tells which of all threads is the page's.
    await page.evaluate((name) => void performance.mark(name), mark);
    await work();
  });
  const own = events.find(({ name }) => name === mark);
  if (!own) throw new Error('the page was not traced');
  const mine = events.filter((event) => threadOf(event) === threadOf(own));
  if (!mine.some(isTask)) throw new Error('no task was traced');
  return { events, mine };
}

/** Tasks of the extension's worker. */
function ofWorker(events: readonly Event[]): Event[] {
  const workers = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'ServiceWorker thread')
      .map(threadOf),
  );
  return events.filter((event) => isTask(event) && workers.has(threadOf(event)));
}

/** How long the worker worked at something in all, and at most in one turn. */
export async function workedAt(
  context: BrowserContext,
  work: () => Promise<void>,
): Promise<{ all: number; longest: number }> {
  const tasks = ofWorker(await trace(context, undefined, work));
  if (tasks.length === 0) throw new Error('no task of a worker was traced');
  return { all: tasks.map(spent).reduce((sum, each) => sum + each, 0), longest: longestOf(tasks) };
}

const holding = (tasks: readonly Event[], marks: readonly Event[]): Event[] =>
  tasks.filter(({ ts, dur = 0 }) => marks.some((mark) => mark.ts >= ts && mark.ts < ts + dur));

/** The whole tasks in which a page set a mark of this name: where that is a frame's, with its style, layout and paint. */
export async function tasksMarked(page: Page, name: string, work: () => Promise<void>): Promise<number[]> {
  const { mine } = await tracePage(page, work);
  const marks = mine.filter((event) => event.name === name);
  return holding(mine.filter(isTask), marks).map(spent);
}

/** What was worked at while something is done in a page. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Traced> {
  const { events, mine } = await tracePage(page, work);
  const tasks = mine.filter(isTask);
  const calls = outermost(
    mine.filter(
      ({ name, ph, args }) =>
        ph === 'X' && name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://') === true,
    ),
  );
  const frames = holding(
    tasks,
    mine.filter(({ name }) => name === 'PrePaint'),
  ).map(spent);
  return {
    longest: longestOf(tasks),
    long: tasks.filter((task) => spent(task) > long).length,
    all: tasks.length,
    frame: frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0,
    call: longestOf(calls),
    calls: calls.reduce((sum, call) => sum + spent(call), 0),
    worker: longestOf(ofWorker(events)),
  };
}

/** Without the calls that others of them made. */
function outermost(events: readonly Event[]): Event[] {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
