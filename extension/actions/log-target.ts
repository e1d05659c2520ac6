import { dealsOfEntry } from '../../shared/domain/interaction/entry-deals.ts';
import { dealTarget, logBlock } from '../../shared/domain/interaction/log-target.ts';
import type { Contact, Deal } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { LogChoice, LogTarget } from '../messages/state.ts';
import { followed } from '../mirror/aliases.ts';
import { startingWith } from '../mirror/store.ts';
import type { Core } from './core.ts';
import { peopleJudge } from './mail-facts.ts';
import { dealsOf } from './view/lookup.ts';

/** Which conversation of which mailbox, so that its next log finds the deals of its last. */
export const threadKey = (account: string, threadId: string): string =>
  `gm:${account.trim().toLowerCase()}:${threadId.toLowerCase()}`;

const dealChoice = ({ id, title }: Deal) => ({ id, title });
const named = <T extends { id: Id; name: string }>({ id, name }: T) => ({ id, name });

/** Whom a log of mail between these addresses is about, and where it goes: as somebody chose, else never by a guess. */
export async function logTarget(
  core: Core,
  account: string,
  threadId: string,
  emails: readonly string[],
  choice: LogChoice,
): Promise<LogTarget & { linked: Contact[] }> {
  const { mirror } = core;
  const { linked, unknown, refusal } = (await peopleJudge(core, account, emails))(emails);
  const chosen = choice.contactIds
    ? await there(choice.contactIds, (id) => followed(mirror, 'contact', id))
    : linked;
  const contacts = [...new Map(chosen.map((contact) => [contact.id, contact])).values()];
  const contactIds = contacts.map(({ id }) => id);
  const companies = [...new Set(contacts.flatMap(({ companyId }) => (companyId ? [companyId] : [])))];
  const companyId = choice.companyId === undefined ? (companies[0] ?? null) : choice.companyId;
  const [deals, picked, last, company] = await Promise.all([
    dealsOf(mirror, contactIds, [...companies, ...(choice.companyId ? [choice.companyId] : [])]),
    choice.dealIds && there(choice.dealIds, (id) => mirror.get('deal', id)),
    lastDeals(core, threadKey(account, threadId)),
    companyId ? followed(mirror, 'company', companyId) : undefined,
  ]);
  const open = deals.filter((deal) => deal.state === 'open');
  // Only a deal that one of them stands on may be taken unasked; the company's others can be chosen.
  const theirs = open.filter((deal) => deal.contactIds.some((id) => contactIds.includes(id)));
  const target = dealTarget(theirs.map(dealChoice), last, picked?.map(dealChoice));
  const isChosen = Boolean(choice.contactIds?.length || choice.companyId || choice.dealIds?.length);
  const goes = contacts.length > 0 || company !== undefined || target.deals.length > 0;
  return {
    contacts: contacts.map(named),
    company: company ? named(company) : null,
    deals: target.deals,
    people: linked.map(named),
    unknown,
    open: [...theirs, ...open.filter((deal) => !theirs.includes(deal))].map(dealChoice),
    basis: target.basis,
    chosen: isChosen,
    blocked: refusal ? 'excluded' : isChosen && goes ? null : logBlock({ known: contacts.length, unknown }),
    refusal,
    linked: contacts,
  };
}

/** Of what was chosen, what is still there. */
const there = async <T>(ids: readonly Id[], get: (id: Id) => Promise<T | undefined>): Promise<T[]> =>
  (await Promise.all(ids.map(get))).filter((row) => row !== undefined);

/** The deals of this thread's last log that had any. */
async function lastDeals(core: Core, thread: string): Promise<Id[]> {
  const range = { ...startingWith(`interaction/thread/${thread}/`), reverse: true };
  const logged = await core.mirror.tagged('interaction', range);
  for (const entry of logged) {
    const deals = dealsOfEntry(entry);
    if (deals.length > 0) return deals;
  }
  return [];
}
