import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import { judgeMail } from '../../shared/domain/exclusion/judge.ts';
import { lookUpKeys, mailboxKey } from '../../shared/domain/interaction/fingerprint.ts';
import { dealTarget, logBlock } from '../../shared/domain/interaction/log-target.ts';
import type { Contact, Deal } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { MailScreen, MessageSeen, ThreadSeen } from '../gmail/surface.ts';
import type { TabSession } from '../messages/screen/session.ts';
import type { LogState, LogTarget, ThreadOnScreen } from '../messages/state.ts';
import { startingWith } from '../mirror/store.ts';
import { accountKey } from '../settings/places.ts';
import { automaticIn } from './automatic.ts';
import { type Core, meOf } from './core.ts';
import { exclusionsOf } from './exclusions.ts';
import { contactsByEmail, isOurs, ourSide } from './find-people.ts';
import { saving } from './saving.ts';
import {
  dealsOf,
  type Entry,
  interactionsByKey,
  memberNames,
  resembled,
  sameMail,
  waitingLogs,
} from './view/lookup.ts';

/** Which conversation of which mailbox, so that its next log finds the deal of its last. */
export const threadKey = (account: string, threadId: string): string =>
  `gm:${account.trim().toLowerCase()}:${threadId.toLowerCase()}`;

/** Who stands on a message; in place of a web form's machine, who filled the form in. */
export const peopleOf = (message: Pick<MessageSeen, 'from' | 'to' | 'cc' | 'about'>) => [
  message.about ?? message.from,
  ...message.to,
  ...message.cc,
];

/** Whether a log is private: as the user said for this thread, else as its mailbox and everybody it is about are. */
export function isPrivate(
  core: Core,
  tabId: number,
  { account, threadId, linked }: { account: string; threadId: string; linked: readonly Contact[] },
): boolean {
  const { hidden } = core.sessions.get(tabId);
  if (hidden?.threadId === threadId) return hidden.private;
  if (linked.length > 0 && linked.every(({ privateTo }) => privateTo)) return true;
  return core.settings.get().privateMailboxes.includes(accountKey(account));
}

const choice = ({ id, title }: Deal) => ({ id, title });

/** Where a log of mail between these addresses goes, and who of them is known. */
export async function logTarget(
  core: Core,
  account: string,
  threadId: string,
  emails: readonly string[],
  chosen: TabSession['chosen'],
): Promise<LogTarget & { linked: Contact[] }> {
  const { mirror } = core;
  const side = await ourSide(mirror, account);
  const outside = [...new Set(emails)].filter((email) => !isOurs(side, email));
  const byEmail = await contactsByEmail(mirror, outside);
  const linked = [...new Map([...byEmail.values()].map((contact) => [contact.id, contact])).values()];
  const companies = [...new Set(linked.flatMap(({ companyId }) => (companyId ? [companyId] : [])))];
  const contactIds = linked.map(({ id }) => id);
  const [deals, picked, last, rules] = await Promise.all([
    dealsOf(mirror, contactIds, companies),
    pickedDeal(core, threadId, chosen),
    lastDeal(core, threadKey(account, threadId)),
    exclusionsOf(mirror),
  ]);
  const open = deals.filter((deal) => deal.state === 'open');
  // Only a deal that one of them stands on may be taken unasked; the company's others can be chosen.
  const theirs = open.filter((deal) => deal.contactIds.some((id) => contactIds.includes(id)));
  const target = dealTarget(theirs.map(choice), last, picked);
  const refusal = judgeMail(emails, rules, (email) => byEmail.has(email) || isOurs(side, email));
  const unknown = outside.filter((email) => !byEmail.has(email)).length;
  return {
    contacts: linked.map(({ id, name }) => ({ id, name })),
    unknown,
    deal: target.deal,
    deals: [...theirs, ...open.filter((deal) => !theirs.includes(deal))].map(choice),
    basis: target.basis,
    blocked: refusal ? 'excluded' : logBlock({ known: linked.length, unknown }),
    refusal,
    linked,
  };
}

async function pickedDeal(core: Core, threadId: string, chosen: TabSession['chosen']) {
  if (chosen?.threadId !== threadId) return undefined;
  if (chosen.dealId === null) return null;
  const deal = await core.mirror.get('deal', chosen.dealId);
  return deal?.state === 'open' ? choice(deal) : undefined;
}

async function lastDeal(core: Core, thread: string): Promise<Id | null> {
  const range = { ...startingWith(`interaction/thread/${thread}/`), reverse: true };
  const logged = await core.mirror.tagged('interaction', range);
  return logged.find((interaction) => interaction.dealId !== null)?.dealId ?? null;
}

/** The open thread with what is known about the log of each of its messages. */
export async function showThread(
  core: Core,
  tabId: number,
  { account }: MailScreen,
  thread: ThreadSeen,
): Promise<ThreadOnScreen> {
  const session = core.sessions.get(tabId);
  const selected = thread.messages.find((message) => message.id === thread.selectedId);
  const emails = (selected ? peopleOf(selected) : thread.messages.flatMap(peopleOf)).map(
    ({ email }) => email,
  );
  const keysOf = (message: MessageSeen) => [mailboxKey(account, message.id), ...message.digests];
  const [{ linked, ...target }, states] = await Promise.all([
    logTarget(core, account, thread.id, emails, session.chosen),
    interactionsByKey(core.mirror, lookUpKeys(thread.messages.flatMap(keysOf))).then((found) =>
      logStates(core, found, session),
    ),
  ]);
  return {
    id: thread.id,
    account,
    subject: thread.subject,
    selectedId: selected?.id ?? null,
    target,
    private: isPrivate(core, tabId, { account, threadId: thread.id, linked }),
    messages: await Promise.all(
      thread.messages.map(async (message) => ({
        id: message.id,
        from: message.from.name ?? message.from.email,
        fromEmail: message.from.email,
        loaded: message.loaded,
        log: await states(tabId, message.id, keysOf(message), automaticIn(session, account, message)),
      })),
    ),
  };
}

async function logStates(core: Core, found: Map<string, Entry[]>, session: TabSession) {
  const me = meOf(core);
  const [members, waiting] = await Promise.all([memberNames(core.mirror), waitingLogs(core.mirror)]);
  const about = async (interaction: Entry) => ({
    interactionId: interaction.id,
    by: members.get(interaction.loggedBy ?? '')?.name ?? '',
    at: interaction.loggedAt,
    deal: interaction.dealId ? ((await core.mirror.get('deal', interaction.dealId))?.title ?? null) : null,
  });
  return async (
    tabId: number,
    messageId: string,
    keys: string[],
    automatic: Automatic | null,
  ): Promise<LogState> => {
    if (saving.has(tabId, messageId)) return { state: 'saving' };
    const logged = sameMail(found, keys);
    if (logged)
      return {
        state: waiting.has(logged.id) ? 'waiting' : 'logged',
        ...(await about(logged)),
        byMe: logged.loggedBy === me,
        bodyState: logged.bodyState,
        private: logged.privateTo !== null,
      };
    // What a click found out counts for more than what is only seen.
    const known = session.probably[messageId];
    const other = (known && (await core.mirror.get('interaction', known))) || resembled(found, keys);
    if (other) return { state: 'probably', ...(await about(other)) };
    return automatic ? { state: 'automatic', kind: automatic } : { state: 'none' };
  };
}
