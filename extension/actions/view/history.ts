import type { Change, Rows } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import { type Core, meOf } from '../core.ts';
import { editTo } from '../restore-value.ts';
import { memberNames } from './lookup.ts';

/** Who changed what of a row, newest first, with names for ids. The server alone keeps it: offline it is refused. */
export async function historyView(core: Core, noun: HistoryNoun, id: Id): Promise<HistoryEntry[]> {
  const changes = await core.sync.ask((device) => core.server.history(device, noun, id));
  const [row, members, stages, ownFields] = await Promise.all([
    core.mirror.get(noun, id),
    memberNames(core.mirror),
    core.mirror.all('stage'),
    core.mirror.all('ownField'),
  ]);
  const stageNames = new Map(stages.map((stage) => [stage.id, stage.name]));
  const me = meOf(core);
  const named = async (field: string, value: Change['to']): Promise<Change['to']> => {
    if (typeof value !== 'string') return value;
    if (field === 'ownerId') return members.get(value)?.name ?? value;
    if (field === 'stageId') return stageNames.get(value) ?? value;
    if (field === 'companyId') return (await core.mirror.get('company', value))?.name ?? value;
    return value;
  };
  return Promise.all(
    changes.map(async (change) => ({
      change,
      label: ownFields.find((own) => `own.${own.key}` === change.field && own.noun === noun)?.label ?? null,
      by: members.get(change.by ?? '')?.name ?? '',
      byMe: change.by !== null && change.by === me,
      from: await named(change.field, change.from),
      to: await named(change.field, change.to),
      restore: row ? restoreOf(change, noun, row) : null,
    })),
  );
}

function restoreOf(change: Change, noun: HistoryNoun, row: Rows[HistoryNoun]): HistoryEntry['restore'] {
  const value = change.state === 'proposed' ? change.to : change.from;
  const own = /^own\.(.+)$/.exec(change.field)?.[1];
  const fields = row as unknown as Record<string, unknown>;
  const now = own === undefined ? fields[change.field] : (row.own[own] ?? null);
  if (now === undefined || now === value) return null;
  return editTo({ noun, id: row.id, field: change.field, value }) ? { value } : null;
}
