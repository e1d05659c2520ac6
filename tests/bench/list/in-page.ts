// Each runs in the page of a list or a board by itself: what they share, the first one leaves there.
type Left = { settled(): Promise<void>; painted?: number };

export type Scrolled = { frame: number; task: number; frames: number };

/** When the page's first row (a selector), or that it has none, was painted; in ms since the page was asked for. */
export function watchPainted(first: string): void {
  const left = globalThis as unknown as Left;
  left.settled = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      requestAnimationFrame(() => port2.postMessage(null));
    });
  const look = async () => {
    const row = document.querySelector(first);
    if (!row) return requestAnimationFrame(look);
    await left.settled();
    left.painted = performance.now();
  };
  requestAnimationFrame(look);
}

/** Scrolls a box for some seconds as fast as a wheel goes; the longest frame and the longest task of it. */
export async function scroll({
  box,
  ms,
  jump,
}: {
  box: string;
  ms: number;
  jump: number;
}): Promise<Scrolled> {
  const { settled } = globalThis as unknown as Left;
  const grid = document.querySelector<HTMLElement>(box);
  if (!grid) throw new Error(`there is no ${box}`);
  const result: Scrolled = { frame: 0, task: 0, frames: 0 };
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) result.task = Math.max(result.task, duration);
  });
  tasks.observe({ type: 'longtask' });
  for (const until = performance.now() + ms; performance.now() < until; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const begun = performance.now();
    // Far jumps among the turns of the wheel: rows that were never seen.
    grid.scrollTop += result.frames % 40 === 39 ? jump : 360;
    if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight) grid.scrollTop = 0;
    await settled();
    result.frame = Math.max(result.frame, performance.now() - begun);
    result.frames++;
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  tasks.disconnect();
  return result;
}

/** From a search typed to its rows painted. `count`: what says how many there are. */
export async function find({ text, count: counted }: { text: string; count: string }): Promise<number> {
  const { settled } = globalThis as unknown as Left;
  const input = document.querySelector<HTMLInputElement>('main input[type=search]');
  const count = document.querySelector(counted);
  if (!input || !count) throw new Error('there is no search');
  const before = count.textContent;
  const begun = performance.now();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  while (count.textContent === before) {
    if (performance.now() - begun > 10_000) throw new Error(`no answer to ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await settled();
  return performance.now() - begun;
}
