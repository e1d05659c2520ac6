import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { OwnSide } from '../../../shared/domain/member/internal.ts';
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
import { leadOf } from './lead.ts';
import { type LoggedThread, loggedThreads } from './logged.ts';
import { openTasks, tasksAbout } from './tasks.ts';

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

const lastOf = ({ people, to }: RowSeen, side: OwnSide): RowFacts['last'] => {
  const last = people.at(-1);
  if (to) return 'us';
  return last ? (isOurs(side, last.email) ? 'us' : 'them') : null;
};

/**
 * What is known of these rows, by the mirror alone and in a few reads for all of them.
 * @param mirror notes what is read, where the answer is watched
 */
export async function rowFacts(
  core: Core,
  account: string,
  rows: readonly RowSeen[],
  mirror = core.mirror,
): Promise<RowFacts[]> {
  const side = await ourSide(mirror, account);
  const outside = [
    ...new Set(
      rows.flatMap(({ people }) => people.flatMap(({ email }) => (isOurs(side, email) ? [] : [email]))),
    ),
  ];
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
    const domain = known.has(email) ? null : companyDomain(email);
    if (domain) domains.set(email, domain);
  }
  const companies = await companiesOf(mirror, contacts, [...new Set(domains.values())]);
  const leads = rows.map((row) => leadOf(row, { side, rules, isKnown: (email) => known.has(email) }));
  const deals = await dealsOf(
    mirror,
    contacts.map(({ id }) => id),
    [...companies.byId.keys()],
  );
  const me = meOf(core);

  return rows.map((row, at): RowFacts => {
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
    const last = lastOf(row, side);
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
      lead: leads[at] ?? null,
      last,
    };
  });
}

async function companiesOf(mirror: Mirror, contacts: readonly Contact[], domains: readonly string[]) {
  const ids = [...new Set(contacts.flatMap(({ companyId }) => (companyId ? [companyId] : [])))];
  const [own, byName] = await Promise.all([
    mirror.candidates(
      'company',
      ids.map((id) => `company:${id}`),
    ),
    mirror.candidates(
      'company',
      domains.map((domain) => `domain:${domain}`),
    ),
  ]);
  const byId = new Map<Id, Company>();
  const byDomain = new Map<string, Company>();
  for (const company of own) byId.set(company.id, company);
  for (const company of byName) {
    if (company.mergedInto) continue;
    for (const domain of company.domains)
      if (domains.includes(domain) && !byDomain.has(domain)) {
        byDomain.set(domain, company);
        byId.set(company.id, company);
      }
  }
  return { byId, byDomain };
}
