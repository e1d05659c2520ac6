import type { Change, Task } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Calls } from '../../messages/calls.ts';
import type { Happenings } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import type { ChangeAbout } from '../../sync/server.ts';
import type { Core } from '../core.ts';
import { teller } from './history.ts';

/** Fields that say again what another one of the same instant says. */
const echoes: ReadonlySet<string> = new Set(['closedAt']);

/**
 * What changed around somebody. The server alone keeps who changed what; without it there is what this browser knows:
 * tasks that were done.
 */
export async function happeningsView(
  core: Core,
  { noun, id, limit, ask }: Calls['happenings']['in'],
): Promise<Happenings> {
  const done = (await core.mirror.tagged('task', startingWith(`task/${noun}/${id}/`))).flatMap(doneOf);
  let kept: ChangeAbout[] = [];
  let unreached = !ask;
  if (ask)
    try {
      kept = await core.sync.ask((device) => core.server.happenings(device, { noun, id }, limit));
    } catch (cause) {
      if (!(cause instanceof CodedError)) throw cause;
      unreached = true;
    }
  const known = new Set(kept.map(({ rowId, field, to }) => `${rowId} ${field} ${to}`));
  const all = [...kept, ...done.filter(({ rowId, field, to }) => !known.has(`${rowId} ${field} ${to}`))]
    .filter(({ field }) => !echoes.has(field))
    .sort((a, b) => b.at - a.at);
  const told = await teller(core);
  return {
    events: await Promise.all(
      all.map(async ({ title, ...change }) => ({
        ...(await told(change.rowId === id ? noun : null, change)),
        title,
      })),
    ),
    more: kept.length >= limit,
    unreached,
  };
}

const doneOf = ({ id, title, doneAt, ownerId }: Task): (Change & { title: string })[] =>
  doneAt === null
    ? []
    : [
        {
          ...{ id: `done ${id}`, noun: 'task', rowId: id, field: 'doneAt', from: null, to: doneAt },
          ...{ at: doneAt, by: ownerId, state: 'done', title },
        },
      ];
