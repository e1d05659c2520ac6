import type { Change, Noun, OwnField, Rows } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import { type Core, meOf } from '../core.ts';
import { titlesOf } from '../log-place.ts';
import { editTo } from '../restore-value.ts';
import { memberNames } from './lookup.ts';

/** Who changed what of a row, newest first, with names for ids. The server alone keeps it: offline it is refused. */
export async function historyView(
  core: Core,
  noun: HistoryNoun | 'interaction',
  id: Id,
): Promise<HistoryEntry[]> {
  const changes = await core.sync.ask((device) => core.server.history(device, noun, id));
  const told = await teller(core);
  return Promise.all(
    changes.map(async (change) =>
      noun === 'interaction'
        ? { ...(await told(null, change)), ...(await placed(core, change)) }
        : told(noun, change),
    ),
  );
}

/** What stayed with somebody after a split: an entry, a task, a deal or a person. */
async function stayedName({ mirror }: Core, id: Id): Promise<string | null> {
  const row =
    (await mirror.get('interaction', id)) ?? (await mirror.get('task', id)) ?? (await mirror.get('deal', id));
  if (!row) return (await mirror.get('contact', id))?.name ?? null;
  return 'title' in row ? row.title : row.subject;
}

/** Puts changes into words: names for ids, and what one click would set again. */
export async function teller(core: Core) {
  const [members, stages, ownFields] = await Promise.all([
    memberNames(core.mirror),
    core.mirror.all('stage'),
    core.mirror.all('ownField'),
  ]);
  const stageNames = new Map(stages.map((stage) => [stage.id, stage.name]));
  const me = meOf(core);

  const ownOf = (noun: Noun, field: string): OwnField | undefined =>
    ownFields.find((own) => `own.${own.key}` === field && own.noun === noun);
  const named = async (noun: Noun, field: string, own: OwnField | undefined, value: Change['to']) => {
    if (typeof value !== 'string') return value;
    if (field === 'ownerId') return members.get(value)?.name ?? value;
    if (field === 'stageId') return stageNames.get(value) ?? value;
    if (field === 'companyId') return (await core.mirror.get('company', value))?.name ?? value;
    if (field === 'merged' || field === 'split' || field === 'mergedInto')
      return (await core.mirror.get(noun as 'contact' | 'company', value))?.name ?? value;
    if (field === 'stayed') return stayedName(core, value);
    if (own?.kind === 'person')
      return members.get(value)?.name ?? (await core.mirror.get('contact', value))?.name ?? value;
    return value;
  };
  /** @param noun of the row that the change is of; only what can be edited is set again */
  return async (noun: HistoryNoun | null, change: Change): Promise<HistoryEntry> => {
    const own = ownOf(change.noun, change.field);
    const row = noun ? await core.mirror.get(noun, change.rowId) : undefined;
    return {
      change,
      label: own?.label ?? null,
      kind: own?.kind ?? null,
      by: members.get(change.by ?? '')?.name ?? '',
      byMe: change.by !== null && change.by === me,
      from: await named(change.noun, change.field, own, change.from),
      to: await named(change.noun, change.field, own, change.to),
      restore: noun && row ? restoreOf(change, noun, row) : null,
    };
  };
}

const isPlace = (field: string): boolean => /^(contactIds|companyId|dealId|moreDealIds)$/.test(field);

/** Where an entry was and went: names for the ids of those that are there, and of where it was those ids. [G5] */
async function placed({ mirror }: Core, { field, from, to }: Change): Promise<Partial<HistoryEntry>> {
  if (!isPlace(field)) return {};
  const thereOf = async (value: Change['to']) => {
    const ids = String(value ?? '')
      .split(' ')
      .filter(Boolean);
    const of = (part: string) => (field === part ? ids : []);
    const { contacts, company, deals } = await titlesOf(mirror)({
      contactIds: of('contactIds'),
      companyId: of('companyId')[0] ?? null,
      dealId: of('dealId')[0] ?? null,
      moreDealIds: of('moreDealIds'),
    });
    return [
      ...contacts,
      ...(company ? [company] : []),
      ...deals.map(({ id, title }) => ({ id, name: title })),
    ];
  };
  const [was, is] = await Promise.all([thereOf(from), thereOf(to)]);
  const names = (rows: typeof was) => rows.map(({ name }) => name).join(', ') || null;
  return { from: names(was), to: names(is), restore: { value: was.map(({ id }) => id).join(' ') || null } };
}

function restoreOf(change: Change, noun: HistoryNoun, row: Rows[HistoryNoun]): HistoryEntry['restore'] {
  const value = change.state === 'proposed' ? change.to : change.from;
  const own = /^own\.(.+)$/.exec(change.field)?.[1];
  const fields = row as unknown as Record<string, unknown>;
  const now = own === undefined ? fields[change.field] : (row.own[own] ?? null);
  if (now === undefined || now === value) return null;
  return editTo({ noun, id: row.id, field: change.field, value }) ? { value } : null;
}
