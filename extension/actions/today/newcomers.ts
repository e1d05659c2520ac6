import { judgeMail } from '../../../shared/domain/exclusion/judge.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { receivedAt } from '../../gmail/dom/ids.ts';
import type { MailScreen } from '../../gmail/surface.ts';
import type { NewcomerLine } from '../../messages/today.ts';
import { type NewcomerMail, newcomersIn, putNewcomers, withMails } from '../../seen/newcomers.ts';
import { addContact } from '../add-contact.ts';
import { automaticIn } from '../automatic.ts';
import type { Core } from '../core.ts';
import { exclusionsOf } from '../exclusions.ts';
import { companyDomain, contactsByEmail, isOurs, ourSide } from '../find-people.ts';
import { rowFacts } from '../rows/facts.ts';
import { posing } from '../rows/lead.ts';

const dayMs = 86_400_000;
/** Whoever has not written for so long is not new any more. */
const freshMs = 60 * dayMs;
const laterMs = 7 * dayMs;
/** Nobody goes through more in a panel. */
const mostShown = 20;

/** Last mails of rows that were looked at, by mailbox: of a list that is asked about again only what is new is looked at. */
const looked = new Map<string, Set<string>>();
/** Ten times the rows that are kept of a tab. */
const mostLooked = 10_000;
const lookedAt = (mailbox: string): Set<string> => {
  const known = looked.get(mailbox) ?? new Set<string>();
  looked.set(mailbox, known);
  return known;
};

/** Counts who wrote in the mails that are unfolded, and on the rows of the list; whoever is known is not among them. */
export async function noteNewcomers(core: Core, tabId: number): Promise<void> {
  const { shown } = core.sessions.get(tabId);
  if (shown.kind !== 'mail' || shown.screen.account === '') return;
  const { screen } = shown;
  const { account } = screen;
  const mails = screen.thread ? await inThread(core, tabId, screen) : await inList(core, tabId, account);
  if (mails.length === 0) return;
  const before = await core.mirror.read(newcomersIn);
  const after = withMails(before, mails);
  if (after !== before) await core.mirror.commit((tx) => putNewcomers(tx.raw, after));
}

async function inThread(core: Core, tabId: number, { account, thread }: MailScreen): Promise<NewcomerMail[]> {
  if (!thread) return [];
  const session = core.sessions.get(tabId);
  const now = core.now();
  const side = await ourSide(core.mirror, account);
  const written = thread.messages.flatMap((mail): NewcomerMail[] => {
    const { id, loaded, from, about } = mail;
    const { email, name } = about ?? from;
    if (!loaded || id.includes(':') || isOurs(side, email) || automaticIn(session, account, mail)) return [];
    const at = receivedAt(id, now) ?? now;
    const address = emailKey(email)?.value;
    if (!address) return [];
    return [{ account, email: address, name, id, threadId: thread.id, subject: thread.subject, at }];
  });
  const known = await contactsByEmail(
    core.mirror,
    written.map(({ email }) => email),
  );
  return written.filter(({ email }) => !known.has(email));
}

async function inList(core: Core, tabId: number, account: string): Promise<NewcomerMail[]> {
  const done = lookedAt(`${core.place} ${account}`);
  const rows = core.sessions
    .rows(tabId)
    .filter(({ lastId, at }) => lastId !== null && at !== null && !done.has(lastId));
  if (rows.length === 0) return [];
  const facts = await rowFacts(core, account, rows);
  if (done.size > mostLooked) done.clear();
  for (const { lastId } of rows) done.add(lastId ?? '');
  return facts.flatMap(({ row, lead, last }): NewcomerMail[] => {
    const address = lead && last === 'them' ? emailKey(lead.email)?.value : undefined;
    if (!lead || !address || row.lastId === null || row.at === null) return [];
    const { id: threadId, subject, at, lastId: id } = row;
    return [{ account, email: address, name: lead.name, id, threadId, subject, at }];
  });
}

/** Who wrote and is nobody's yet: not known by now, not left alone, not put off, and not passing for somebody known. */
export async function newcomers(core: Core): Promise<NewcomerLine[]> {
  const { mirror } = core;
  const now = core.now();
  const all = (await mirror.recall('newcomers', newcomersIn)).filter(
    ({ at, later }) => at > now - freshMs && (later ?? 0) <= now,
  );
  if (all.length === 0) return [];
  const accounts = [...new Set(all.map(({ account }) => account))];
  const [known, rules, sides] = await Promise.all([
    contactsByEmail(
      mirror,
      all.map(({ email }) => email),
    ),
    exclusionsOf(mirror),
    Promise.all(accounts.map((account) => ourSide(mirror, account))),
  ]);
  const left = all.filter(
    ({ email }) =>
      !known.has(email) && !judgeMail([email], rules) && !sides.some((side) => isOurs(side, email)),
  );
  const posers = await posing(core, left);
  return left
    .filter(({ email }) => !posers.has(email))
    .slice(0, mostShown)
    .map(({ email, name, times, at, subject, threadId, account }) => ({
      ...{ email, name, times, at, subject, threadId, account },
    }));
}

export async function laterNewcomer(core: Core, { email }: { email: string }): Promise<void> {
  const later = core.now() + laterMs;
  await core.mirror.commit(async (tx) => {
    const all = await newcomersIn(tx.raw);
    await putNewcomers(
      tx.raw,
      all.map((each) => (each.email === email ? { ...each, later } : each)),
    );
  });
}

/** Adds somebody who wrote as a lead, with the company of their address where that is known or is one. */
export async function addNewcomer(
  core: Core,
  { email, id }: { email: string; id: Id },
): Promise<{ contactId: Id; existed: boolean }> {
  const newcomer = (await core.mirror.read(newcomersIn)).find((each) => each.email === email);
  if (!newcomer) throw new CodedError('contact.unknown');
  return addContact(core, {
    ...{ id, name: newcomer.name?.trim() || email, email, domain: companyDomain(email) },
    ...{ title: null, phone: null, companyName: null, address: null, url: null, page: null },
    ...{ lifeCycle: 'lead', channel: 'gmail' },
  });
}
