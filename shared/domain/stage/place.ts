import type { Id } from '../../kit/id.ts';
import type { Stage } from '../rows.ts';

/** Room between two places, so that most moves change one row alone. */
const step = 1_000;

type Placed = Pick<Stage, 'id' | 'position'>;

/**
 * The positions that change when a stage (or pipeline) is put at a place of its row. Mostly its own alone: two people
 * who move different ones while apart then both get what they did.
 * @param ordered as they stand
 * @param to index that it has afterwards
 */
export function placeAt(ordered: readonly Placed[], id: Id, to: number): Placed[] {
  const moved = ordered.find((one) => one.id === id);
  if (!moved) return [];
  const others = ordered.filter((one) => one.id !== id);
  const at = Math.max(0, Math.min(to, others.length));
  if (ordered.indexOf(moved) === at) return [];
  const before = others[at - 1]?.position ?? null;
  const after = others[at]?.position ?? null;
  const position =
    after === null
      ? (before ?? -step) + step
      : Math.floor(((before ?? Math.max(-1, after - 2 * step - 1)) + after) / 2);
  if (
    position >= 0 &&
    position <= 1_000_000 &&
    (before === null || position > before) &&
    (after === null || position < after)
  )
    return [{ id, position }];
  // No room between its neighbours: all stand anew.
  return [...others.slice(0, at), moved, ...others.slice(at)]
    .map((one, i) => ({ id: one.id, position: i * step, was: one.position }))
    .flatMap(({ was, ...one }) => (was === one.position ? [] : [one]));
}

/** Where a further one stands: behind all others. */
export const placeAfter = (ordered: readonly Placed[]): number => {
  const last = ordered.at(-1);
  return last ? Math.min(1_000_000, last.position + step) : 0;
};
