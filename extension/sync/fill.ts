import { CodedError } from '../../shared/kit/error.ts';
import type { Delta } from '../../shared/sync/delta.ts';

export type FillParts = {
  /** A page after the cursor, or null where the server's order became another one. */
  ask(cursor: number): Promise<Delta | null>;
  /** Stores rows and their cursor in one transaction. [D2] */
  store(page: Delta): Promise<void>;
};

export type Filling = 'all' | 'more' | 'changed';

type Ended = { as: Filling } | { cause: unknown };

/** Pages of one going: between two of them goes what was saved meanwhile. */
const mostAtOnce = 12;
/** Pages that are asked for ahead of what is stored: what they hold stands in the worker's memory. */
const mostAhead = 4;
/** A disk takes as long to be sure of one page as of these, so that fewer are stored only where no more come. */
const together = 2;

/**
 * The pages of a first fill. The next ones are asked for while the last are stored, and some are stored together.
 * Cut off anywhere, it goes on after the last transaction. [D2]
 * @returns whether all is read, there is more, or the server's order became another one
 */
export async function fill({ ask, store }: FillParts, from: number): Promise<Filling> {
  const arrived: Delta[] = [];
  let ended: Ended | null = null;
  let stopped = false;
  const { signal, wait } = bell();
  const room = bell();

  // 1. Asks ahead, never further than there is room.
  const asking = (async (): Promise<Filling> => {
    for (let [cursor, pages] = [from, 0]; !stopped && pages < mostAtOnce; pages++) {
      const page = await ask(cursor);
      if (page === null) return 'changed';
      // A page that stands still would be read for ever. [C1] [D1]
      if (page.cursor < cursor || (page.more && page.cursor === cursor))
        throw new CodedError('server.unexpected', 'cursor');
      arrived.push(page);
      signal();
      if (!page.more) return 'all';
      cursor = page.cursor;
      while (arrived.length >= mostAhead && !stopped) await room.wait();
    }
    return 'more';
  })().then(
    (as) => {
      ended = { as };
      signal();
    },
    (cause: unknown) => {
      ended = { cause };
      signal();
    },
  );

  // 2. Stores what is there; a failure is told after that, so that what was read is not read again.
  try {
    for (;;) {
      const end = ended as Ended | null;
      if (end === null && arrived.length < together) {
        await wait();
        continue;
      }
      if (end !== null && arrived.length === 0) {
        if ('cause' in end) throw end.cause;
        return end.as;
      }
      const pages = arrived.splice(0);
      room.signal();
      await store(joined(pages));
    }
  } finally {
    stopped = true;
    room.signal();
    await asking;
  }
}

/** Pages that follow each other as one. A row that stands in two is the later one's. */
function joined(pages: readonly Delta[]): Delta {
  const last = pages.at(-1);
  if (!last) throw new Error('no page to store');
  if (pages.length === 1) return last;
  return { ...last, rows: pages.flatMap(({ rows }) => rows) };
}

/** Rings once for whoever waits, or for the next who does. */
function bell() {
  let rung = false;
  let waiting: (() => void) | null = null;
  return {
    signal: (): void => {
      if (waiting) waiting();
      else rung = true;
      waiting = null;
    },
    wait: (): Promise<void> =>
      new Promise((resolve) => {
        if (rung) {
          rung = false;
          resolve();
        } else waiting = resolve;
      }),
  };
}
