import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Company, Contact, Deal, Stage, Task } from '../../../shared/domain/rows.ts';
import { dealThatMatters } from '../../../shared/domain/stake/deal-that-matters.ts';
import { orderTasks } from '../../../shared/domain/task/due.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MailPerson, RowSeen } from '../../gmail/surface.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { type Core, meOf } from '../core.ts';
import { exclusionsOf } from '../exclusions.ts';
import { companyDomain, contactsByEmail, isOurs, ourSide } from '../find-people.ts';
import { threadKey } from '../log-target.ts';
import { dealsOf } from '../view/lookup.ts';
import { companiesOf } from './companies.ts';
import { leadOf } from './lead.ts';
import { type LoggedThread, loggedThreads } from './logged.ts';
import { openTasks, tasksAbout } from './tasks.ts';
import { newTurns } from './turns.ts';

/** What the workspace knows of a conversation, by what its row shows of it. */
export type RowFacts = {
  row: RowSeen;
  /** Known ones whom the row names, who wrote last first. */
  contacts: Contact[];
  company: Company | null;
  /** The open deal that it is most about. */
  deal: Deal | null;
  stage: Stage | null;
  /** Of the deal, else of the contact. */
  ownerId: Id | null;
  /** Open ones that concern me, the next due first; promises among them. */
  tasks: Task[];
  /** Where anything of it is logged. */
  logged: LoggedThread | null;
  /** Somebody outside who wrote, is not known, and is no machine; whether they pose as somebody known is another question. */
  lead: MailPerson | null;
  /** Who wrote its last message; null where the row does not tell. */
  last: 'us' | 'them' | null;
};

type IsOurs = (email: string) => boolean;

const lastOf = ({ people, to }: RowSeen, isOurs: IsOurs): RowFacts['last'] => {
  const last = people.at(-1);
  if (to) return 'us';
  return last ? (isOurs(last.email) ? 'us' : 'them') : null;
};

/** Told once of each address: the same people stand on many rows, and each is asked about several times. */
async function oursAmong(mirror: Mirror, account: string): Promise<IsOurs> {
  const side = await ourSide(mirror, account);
  const told = new Map<string, boolean>();
  return (email) => {
    const known = told.get(email) ?? isOurs(side, email);
    told.set(email, known);
    return known;
  };
}

/**
 * What is known of these rows, by the mirror alone and in a few reads for all of them together; in turns between which
 * whatever else is asked of the worker is answered.
 * @param mirror notes what is read, where the answer is watched
 */
export async function rowFacts(
  core: Core,
  account: string,
  rows: readonly RowSeen[],
  mirror = core.mirror,
): Promise<RowFacts[]> {
  const { pause } = newTurns();
  const isOurs = await oursAmong(mirror, account);
  const named = new Set(rows.flatMap(({ people }) => people.map(({ email }) => email)));
  const outside: string[] = [];
  for (const email of named) {
    await pause();
    if (!isOurs(email)) outside.push(email);
  }
  const [known, rules, stages, tasks, logged] = await Promise.all([
    contactsByEmail(mirror, outside),
    exclusionsOf(mirror),
    mirror.all('stage'),
    openTasks(mirror),
    loggedThreads(
      mirror,
      rows.map(({ id, lastId }) => ({
        thread: threadKey(account, id),
        last: lastId && mailboxKey(account, lastId),
      })),
    ),
  ]);
  const contacts = [...known.values()];
  const domains = new Map<string, string>();
  for (const email of outside) {
    await pause();
    const domain = known.has(email) ? null : companyDomain(email);
    if (domain) domains.set(email, domain);
  }
  const companies = await companiesOf(mirror, contacts, [...new Set(domains.values())]);
  const deals = await dealsOf(
    mirror,
    contacts.map(({ id }) => id),
    [...companies.byId.keys()],
  );
  const me = meOf(core);

  const factsOf = (row: RowSeen): RowFacts => {
    const people = [...row.people].reverse();
    const named = [...new Set(people.flatMap(({ email }) => known.get(email) ?? []))];
    const company =
      named.flatMap(({ companyId }) => companies.byId.get(companyId ?? '') ?? [])[0] ??
      people.flatMap(({ email }) => companies.byDomain.get(domains.get(email) ?? '') ?? [])[0] ??
      null;
    const ids = new Set(named.map(({ id }) => id));
    const log = logged.get(threadKey(account, row.id)) ?? null;
    const theirs = deals.filter(({ contactIds }) => contactIds.some((id) => ids.has(id)));
    const ofCompany = company ? deals.filter(({ companyId }) => companyId === company.id) : [];
    const used = log?.dealId ?? null;
    // A deal that they stand on says more of them than another one of their company.
    const deal = dealThatMatters(theirs, used) ?? dealThatMatters(ofCompany, used);
    const last = lastOf(row, isOurs);
    const about = tasksAbout(tasks, {
      contactIds: ids,
      dealId: deal?.id ?? null,
      companyId: company?.id ?? null,
    });
    return {
      row,
      contacts: named,
      company,
      deal,
      stage: stages.find(({ id }) => id === deal?.stageId) ?? null,
      ownerId: deal ? deal.ownerId : (named[0]?.ownerId ?? null),
      tasks: orderTasks(
        about.filter(
          ({ ownerId, awaits }) =>
            (ownerId === null || ownerId === me) &&
            // What was waited for has come.
            !(last === 'them' && awaits === threadKey(account, row.id)),
        ),
      ),
      logged: log,
      lead: leadOf(row, { isOurs, rules, isKnown: (email) => known.has(email) }),
      last,
    };
  };
  const found: RowFacts[] = [];
  for (const row of rows) {
    await pause();
    found.push(factsOf(row));
  }
  return found;
}
