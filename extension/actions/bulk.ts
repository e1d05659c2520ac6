import type { OwnValue } from '../../shared/domain/rows.ts';
import { ownPrefix } from '../../shared/domain/view/fields.ts';
import type { ListNoun } from '../../shared/domain/view/query.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { BulkChange, BulkDone, BulkUndo } from '../messages/list.ts';
import type { Intended } from '../outbox/outbox.ts';
import { act, type Core, meOf } from './core.ts';

type Value = OwnValue;
/** The fields of rows that can be set for many at once, by the list's name for them. */
const settable: Record<ListNoun, Readonly<Record<string, string>>> = {
  contact: { owner: 'ownerId', company: 'companyId', lifeCycle: 'lifeCycle', role: 'role' },
  company: { owner: 'ownerId', role: 'role', industry: 'industry', city: 'city', country: 'country' },
  deal: { owner: 'ownerId', company: 'companyId', expectedClose: 'expectedClose' },
  task: { owner: 'ownerId' },
};

/** Changes one field; what each row said before is told, so that it can be taken back. */
async function set(
  core: Core,
  noun: ListNoun,
  ids: readonly Id[],
  { field, value, was, reason = null }: Extract<BulkChange, { kind: 'set' }>,
): Promise<{ intended: Intended[]; undo: BulkUndo }> {
  const own = field.startsWith(ownPrefix) ? field.slice(ownPrefix.length) : null;
  const name = Object.hasOwn(settable[noun], field) ? settable[noun][field] : undefined;
  const isOwn =
    own !== null &&
    (await core.mirror.all('ownField')).some((each) => each.noun === noun && each.key === own);
  if (!isOwn && name === undefined) throw new CodedError('input.invalid', 'field');
  const intended: Intended[] = [];
  const before = new Map<string, BulkUndo[number]>();
  for (const id of ids) {
    const row = await core.mirror.get(noun, id);
    if (!row) continue;
    const all: Record<string, Value> = own === null ? (row as never) : 'own' in row ? row.own : {};
    const at = own ?? name ?? '';
    const now = (Object.hasOwn(all, at) ? all[at] : null) ?? null;
    if (now === value || (was !== undefined && now !== was)) continue;
    const fields =
      own !== null
        ? { own: { [own]: value } }
        : { [name ?? '']: value, ...(name === 'role' && { roleReason: reason }) };
    intended.push({ verb: `${noun}.edit`, input: { id, fields } } as Intended);
    const why = name === 'role' ? (all.roleReason as string | null) : undefined;
    const group = JSON.stringify([now, why]);
    const others = before.get(group);
    if (others) others.ids.push(id);
    else
      before.set(group, {
        change: { kind: 'set', field, value: now, was: value, ...(why !== undefined && { reason: why }) },
        ids: [id],
      });
  }
  return { intended, undo: [...before.values()] };
}

function addTasks(
  core: Core,
  noun: ListNoun,
  ids: readonly Id[],
  { title, dueDay }: Extract<BulkChange, { kind: 'task' }>,
): { intended: Intended[]; undo: BulkUndo } {
  if (noun === 'task') throw new CodedError('input.invalid', 'noun');
  const about = { contactId: null, companyId: null, dealId: null };
  const tasks = ids.map((id) => ({
    id: core.newId(),
    title,
    dueDay,
    dueAt: null,
    ...about,
    [`${noun}Id`]: id,
    ownerId: meOf(core),
  }));
  return {
    intended: tasks.map((input) => ({ verb: 'task.add', input })),
    undo: [{ change: { kind: 'removeTasks' }, ids: tasks.map(({ id }) => id) }],
  };
}

/** Changes some hundred rows at once: all of them durably, or none. */
export async function bulk(
  core: Core,
  { noun, ids, change }: { noun: ListNoun; ids: Id[]; change: BulkChange },
): Promise<BulkDone> {
  const each = (verb: string, of: ListNoun, undo: BulkChange['kind'] | null) => ({
    intended: ids.map((id) => ({ verb: `${of}.${verb}`, input: { id } }) as Intended),
    undo: undo === null ? [] : [{ change: { kind: undo } as BulkChange, ids }],
  });
  const { intended, undo } =
    change.kind === 'set'
      ? await set(core, noun, ids, change)
      : change.kind === 'task'
        ? addTasks(core, noun, ids, change)
        : change.kind === 'remove'
          ? each('remove', noun, 'restore')
          : change.kind === 'restore'
            ? each('restore', noun, null)
            : each('remove', 'task', null);
  if (intended.length > 0) await act(core, ...intended);
  return { changed: intended.length, undo };
}
