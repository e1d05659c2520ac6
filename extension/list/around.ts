import type { Day, Member, Pipeline, Stage } from '../../shared/domain/rows.ts';
import type { Money } from '../../shared/domain/view/money.ts';
import type { ListNoun } from '../../shared/domain/view/query.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Records } from './record.ts';
import type { Table } from './table.ts';

export type Tables = { [N in ListNoun]: Table<Records[N]> };
export type OpenDeals = { count: number; sums: Money[] };
/** What rows say by way of other rows. */
export type Around = {
  tables: Tables;
  stages: ReadonlyMap<Id, Stage>;
  pipelines: ReadonlyMap<Id, Pipeline>;
  members: ReadonlyMap<Id, Member>;
  /** Of contacts, companies and deals: the day of the open task that is due first. */
  nextTask: ReadonlyMap<Id, Day>;
  openDeals: ReadonlyMap<Id, OpenDeals>;
  /** Of companies: their people. */
  people: ReadonlyMap<Id, number>;
  /** Of contacts, companies and deals; as far as it was asked for. */
  lastContact: ReadonlyMap<Id, number>;
};

/** An open task without a day is a next step too, after all that have one. */
export const someDay = '9999-12-31';

function nextTasks({ task }: Tables): Map<Id, Day> {
  const next = new Map<Id, Day>();
  for (const row of task.rows) {
    if (!row || row.doneAt !== null) continue;
    const day = row.dueDay ?? someDay;
    for (const id of [row.contactId, row.companyId, row.dealId])
      if (id !== null && day < (next.get(id) ?? '~')) next.set(id, day);
  }
  return next;
}

function openDeals({ deal }: Tables): Map<Id, OpenDeals> {
  const open = new Map<Id, OpenDeals>();
  for (const row of deal.rows) {
    if (row?.state !== 'open') continue;
    for (const id of [...row.contactIds, ...(row.companyId ? [row.companyId] : [])]) {
      const of = open.get(id) ?? { count: 0, sums: [] };
      open.set(id, of);
      of.count++;
      if (row.amountMinor === null || row.currency === null) continue;
      const sum = of.sums.find(({ currency }) => currency === row.currency);
      if (sum) sum.minor += row.amountMinor;
      else of.sums.push({ currency: row.currency, minor: row.amountMinor });
    }
  }
  for (const { sums } of open.values()) sums.sort((a, b) => (a.currency < b.currency ? -1 : 1));
  return open;
}

function peopleOf({ contact }: Tables): Map<Id, number> {
  const people = new Map<Id, number>();
  for (const row of contact.rows)
    if (row?.companyId) people.set(row.companyId, (people.get(row.companyId) ?? 0) + 1);
  return people;
}

/** Works it out once for each version of a table. */
function ofVersion<T>(table: { readonly version: number }, work: () => T): () => T {
  let known: { version: number; answer: T } | null = null;
  return () => {
    if (known?.version !== table.version) known = { version: table.version, answer: work() };
    return known.answer;
  };
}

/** What was worked out of the tables, anew where they changed. */
export function derivedOf(tables: Tables) {
  const next = ofVersion(tables.task, () => nextTasks(tables));
  const open = ofVersion(tables.deal, () => openDeals(tables));
  const people = ofVersion(tables.contact, () => peopleOf(tables));
  return (): Pick<Around, 'nextTask' | 'openDeals' | 'people'> => ({
    nextTask: next(),
    openDeals: open(),
    people: people(),
  });
}
