import type { Random } from './random.ts';

/** Ends what was planned; harmless when it has run. */
export type Cancel = () => void;

/**
 * The one owner of time. Whatever happens in a run is an event here: a step is one event. Between two events
 * everything that can go on without time passing does so.
 */
export type Scheduler = {
  now(): number;
  steps(): number;
  after(delay: number, what: string, work: () => void): Cancel;
  /** A wait as long as the delay. */
  wait(delay: number, what: string): Promise<void>;
  /** Runs the next event and all that follows from it at once. False: nothing is planned. */
  step(): Promise<boolean>;
  /** One line of the run's log. */
  note(line: string): void;
  log: RunLog;
};

type Planned = { at: number; tie: number; what: string; work: (() => void) | null };

/** The last lines in words, all of them as a running hash. */
export type RunLog = { lines: string[]; kept: number; count: number; hash(): string };

export function openScheduler(random: Random, kept: number): Scheduler {
  const heap: Planned[] = [];
  let time = 0;
  let steps = 0;
  let [low, high] = [0x811c9dc5, 0x2545f491];
  const log: RunLog = {
    lines: [],
    kept,
    count: 0,
    hash: () => (low >>> 0).toString(16).padStart(8, '0') + (high >>> 0).toString(16).padStart(8, '0'),
  };
  const note = (line: string): void => {
    const text = `${time} ${line}`;
    for (let i = 0; i < text.length; i++) {
      low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
      high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
      high ^= high >>> 13;
    }
    log.count += 1;
    if (kept === 0) return;
    log.lines.push(text);
    if (log.lines.length > kept * 2) log.lines.splice(0, kept);
  };
  const take = (until: number): { at: number; what: string; work: () => void } | null => {
    for (;;) {
      const first = heap[0];
      if (!first || (first.work !== null && first.at > until)) return null;
      const { at, what, work } = pop(heap) as Planned;
      if (work) return { at, what, work };
    }
  };
  const after = (delay: number, what: string, work: () => void): Cancel => {
    // Events of one instant come in an order that only the seed knows.
    const planned: Planned = { at: time + Math.max(0, Math.ceil(delay)), tie: random.next(), what, work };
    push(heap, planned);
    return () => {
      planned.work = null;
    };
  };
  return {
    now: () => time,
    steps: () => steps,
    after,
    wait: (delay, what) => new Promise((resolve) => after(delay, what, resolve)),
    step: async () => {
      let next = take(Number.POSITIVE_INFINITY);
      if (!next) return false;
      // Now and then several things happen before any of them has gone on: requests of one turn of a server.
      do {
        time = next.at;
        steps += 1;
        note(next.what);
        next.work();
        next = random.chance(0.15) ? take(time + 3) : null;
      } while (next);
      await quiet();
      return true;
    },
    note,
    log,
  };
}

/** Promises that can settle by themselves have settled once a turn of the event loop has passed. */
export const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const before = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.tie < b.tie);

function push(heap: Planned[], planned: Planned): void {
  let at = heap.length;
  heap.push(planned);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as Planned;
    if (!before(planned, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = planned;
}

function pop(heap: Planned[]): Planned | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let down = at * 2 + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && before(heap[down + 1] as Planned, heap[down] as Planned)) down += 1;
    if (!before(heap[down] as Planned, last)) break;
    heap[at] = heap[down] as Planned;
    at = down;
  }
  heap[at] = last;
  return first;
}
