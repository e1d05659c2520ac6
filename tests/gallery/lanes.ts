/** Does all of it, so many at a time: for work that mostly waits. */
export async function inLanes<T>(
  items: Iterable<T>,
  lanes: number,
  lane: (next: Iterable<T>) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  function* next(): Generator<T> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) yield item;
  }
  await Promise.all(Array.from({ length: lanes }, () => lane(next())));
}
