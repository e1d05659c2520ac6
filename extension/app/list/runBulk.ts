import type { ListNoun } from '../../../shared/domain/view/query.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Client } from '../../messages/client.ts';
import type { BulkChange, BulkUndo } from '../../messages/list.ts';

/** Rows changed in one transaction. */
const chunk = 200;
/** Rows changed by one command. */
export const mostAtOnce = 20_000;

export type Progress = { done: number; total: number };
export type BulkRun = { done: number; changed: number; undo: BulkUndo; stopped: boolean };

/** Changes rows some at a time, telling how far it is; what was done when it is stopped can be taken back. */
export async function runBulk(
  client: Client,
  noun: ListNoun,
  steps: BulkUndo,
  tell: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<BulkRun> {
  const total = steps.reduce((sum, { ids }) => sum + ids.length, 0);
  const run: BulkRun = { done: 0, changed: 0, undo: [], stopped: false };
  for (const { change, ids } of steps)
    for (let from = 0; from < ids.length; from += chunk) {
      if (stop.aborted) return { ...run, stopped: true };
      const part = ids.slice(from, from + chunk);
      const { changed, undo } = await client.call('bulk', { noun, ids: part, change });
      run.done += part.length;
      run.changed += changed;
      run.undo.push(...undo);
      tell({ done: run.done, total });
    }
  return run;
}

/** Steps of one kind side by side, so that taking back goes in few transactions. */
export function joinedSteps(steps: BulkUndo): BulkUndo {
  const joined = new Map<string, { change: BulkChange; ids: Id[] }>();
  for (const { change, ids } of steps) {
    const name = JSON.stringify(change);
    const known = joined.get(name);
    if (known) known.ids.push(...ids);
    else joined.set(name, { change, ids: [...ids] });
  }
  return [...joined.values()];
}
