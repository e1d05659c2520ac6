import type { Change, Task } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Calls } from '../../messages/calls.ts';
import type { Happenings } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import type { ChangeAbout } from '../../sync/server.ts';
import type { Sync } from '../../sync/sync.ts';
import type { Core } from '../core.ts';
import { teller } from './history.ts';

type Asked = Calls['happenings']['in'];

/** Fields that say again what another one of the same instant says. */
const echoes: ReadonlySet<string> = new Set(['closedAt']);

/**
 * What changed around somebody. The server alone keeps who changed what; without it there is what this browser knows:
 * tasks that were done.
 */
export async function happeningsView(core: Core, asked: Asked): Promise<Happenings> {
  const { noun, id, limit, ask } = asked;
  const tasks = await core.mirror.tagged('task', startingWith(`task/${noun}/${id}/`));
  let kept: ChangeAbout[] = [];
  let unreached = !ask;
  if (ask)
    try {
      kept = await askedOnce(core, asked, tasks);
    } catch (cause) {
      if (!(cause instanceof CodedError)) throw cause;
      unreached = true;
    }
  const known = new Set(kept.map(({ rowId, field, to }) => `${rowId} ${field} ${to}`));
  const done = tasks.flatMap(doneOf);
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

/** The last answer about a row, by workspace: a page that is drawn again asks again, and mostly nothing is new. */
const answers = new WeakMap<Sync, { stamp: string; given: Promise<ChangeAbout[]> }>();

async function askedOnce(core: Core, { noun, id, limit }: Asked, tasks: Task[]): Promise<ChangeAbout[]> {
  const [row, deals, people, relations, { waiting }] = await Promise.all([
    core.mirror.get(noun, id),
    noun === 'deal' ? [] : core.mirror.candidates('deal', [`deal-of:${id}`]),
    noun === 'company' ? core.mirror.candidates('contact', [`contact-of:${id}`]) : [],
    core.mirror.tagged('relation', startingWith(`relation/of/${id}/`)),
    core.sync.link(),
  ]);
  const rows = [row, ...deals, ...people, ...tasks, ...relations].map(
    (each) => `${each?.id} ${each?.updatedAt}`,
  );
  // What waits is not the server's yet: with its arrival it is asked again.
  const stamp = JSON.stringify([noun, id, limit, waiting > 0, rows]);
  const last = answers.get(core.sync);
  if (last?.stamp === stamp) return last.given;
  const given = core.sync.ask((device) => core.server.happenings(device, { noun, id }, limit));
  answers.set(core.sync, { stamp, given });
  given.catch(() => {
    if (answers.get(core.sync)?.given === given) answers.delete(core.sync);
  });
  return given;
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
