/** Gmail draws a list in many steps, and each tells of a change: who is on it is read at most so often. */
const EVERY_MS = 500;

type Clock = { now: () => number; location: Pick<Location, 'hash'> };

/** Reads who is on the list, at once where another list is shown; `again` is called when what was read may be old. */
export function makeListReader({ now, location }: Clock, read: () => string[], again: () => void) {
  let last = { of: '', at: Number.NEGATIVE_INFINITY, listed: [] as string[] };
  let waiting = false;
  return (): string[] => {
    const at = now();
    // A list that is just being drawn has nobody yet.
    if (last.of === location.hash && last.listed.length > 0 && at - last.at < EVERY_MS) {
      if (!waiting) {
        waiting = true;
        setTimeout(
          () => {
            waiting = false;
            again();
          },
          EVERY_MS - (at - last.at),
        );
      }
      return last.listed;
    }
    last = { of: location.hash, at, listed: read() };
    return last.listed;
  };
}
