import { ownPrefix } from '../../shared/domain/view/fields.ts';
import { moneyOf } from '../../shared/domain/view/money.ts';
import type { ListNoun } from '../../shared/domain/view/query.ts';
import type { FieldValue, Link } from '../../shared/domain/view/rule.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Around, OpenDeals } from './around.ts';
import type { Records } from './record.ts';

type Read<R> = (row: R, around: Around) => FieldValue;
type Readers<R> = Record<string, Read<R>>;

const none: readonly string[] = [];
const lines = (text: string): readonly string[] => (text === '' ? none : text.split('\n'));
const link = (id: Id | null, text: string | undefined): Link | null =>
  id === null || text === undefined ? null : { id, text };
const noDeals: OpenDeals = { count: 0, sums: [] };

type Sourced = Records['contact' | 'company' | 'deal'];
const sourced: Readers<Sourced> = {
  source: (row) => row.source,
  campaign: (row) => row.campaign,
  createdAt: (row) => row.createdAt,
  createdBy: (row) => row.createdBy,
  updatedAt: (row) => row.updatedAt,
  lastContact: (row, { lastContact }) => lastContact.get(row.id) ?? null,
  nextTask: (row, { nextTask }) => nextTask.get(row.id) ?? null,
};
const party: Readers<Records['contact' | 'company']> = {
  name: (row) => row.name,
  role: (row) => row.role,
  roleReason: (row) => row.roleReason,
  owner: (row) => row.ownerId,
  phones: (row) => lines(row.phones),
  openDeals: (row, { openDeals }) => (openDeals.get(row.id) ?? noDeals).count,
  openAmount: (row, { openDeals }) => (openDeals.get(row.id) ?? noDeals).sums,
};
const companyOf: Read<{ companyId: Id | null }> = ({ companyId }, { tables }) =>
  link(companyId, tables.company.get(companyId ?? '')?.name);

const readers: { [N in ListNoun]: Readers<Records[N]> } = {
  contact: {
    ...sourced,
    ...party,
    company: companyOf,
    title: (row) => row.title,
    emails: (row) => lines(row.emails),
    lifeCycle: (row) => row.lifeCycle,
    address: (row) => row.address,
    keys: (row) => row.keys,
    private: (row) => Number(row.private),
  },
  company: {
    ...sourced,
    ...party,
    domains: (row) => lines(row.domains),
    industry: (row) => row.industry,
    city: (row) => row.city,
    country: (row) => row.country,
    website: (row) => row.website,
    people: (row, { people }) => people.get(row.id) ?? 0,
  },
  deal: {
    ...sourced,
    title: (row) => row.title,
    company: companyOf,
    people: (row, { tables }) => row.contactIds.flatMap((id) => tables.contact.get(id)?.name ?? []),
    pipeline: (row, { pipelines }) => link(row.pipelineId, pipelines.get(row.pipelineId)?.name),
    stage: (row, { stages }) => link(row.stageId, stages.get(row.stageId)?.name),
    state: (row) => row.state,
    amount: (row) =>
      row.amountMinor === null || row.currency === null
        ? none
        : [{ currency: row.currency, minor: row.amountMinor }],
    expectedClose: (row) => row.expectedClose,
    owner: (row) => row.ownerId,
    need: (row) => row.need,
    stageSince: (row) => row.stageSince,
    closedAt: (row) => row.closedAt,
    lostReason: (row) => row.lostReason,
    competitor: (row) => row.competitor,
  },
  task: {
    title: (row) => row.title,
    due: (row) => row.dueDay,
    done: (row) => Number(row.doneAt !== null),
    doneAt: (row) => row.doneAt,
    contact: (row, { tables }) => link(row.contactId, tables.contact.get(row.contactId ?? '')?.name),
    company: companyOf,
    deal: (row, { tables }) => link(row.dealId, tables.deal.get(row.dealId ?? '')?.title),
    owner: (row) => row.ownerId,
    note: (row) => row.note,
    repeats: (row) => Number(row.repeat !== null),
    createdAt: (row) => row.createdAt,
    createdBy: (row) => row.createdBy,
  },
};

const ownReader =
  (key: string, isMoney: boolean): Read<Sourced> =>
  ({ own }) => {
    const value = Object.hasOwn(own, key) ? (own[key] ?? null) : null;
    if (!isMoney) return value;
    const money = typeof value === 'string' ? moneyOf(value) : null;
    return money ? [money] : none;
  };

/** Reads a field of a noun's rows; null: there is no such field. */
export function readerOf<N extends ListNoun>(noun: N, field: string, kind: string): Read<Records[N]> | null {
  if (field.startsWith(ownPrefix) && noun !== 'task')
    return ownReader(field.slice(ownPrefix.length), kind === 'money') as Read<Records[N]>;
  const known = readers[noun];
  return Object.hasOwn(known, field) ? (known[field] ?? null) : null;
}
