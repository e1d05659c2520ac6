import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import { isCertainKey, lookUpKeys, mailboxKey } from '../../shared/domain/interaction/fingerprint.ts';
import { type Asked, staysOut, type WhyNot, whyNot } from '../../shared/domain/interaction/why-not.ts';
import type { Interaction } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { MailRead } from '../gmail/surface.ts';
import type { LeftOut } from '../messages/calls.ts';
import type { TabSession } from '../messages/screen/session.ts';
import type { LogChoice } from '../messages/state.ts';
import { automaticIn } from './automatic.ts';
import { settleLogged } from './compose/settle.ts';
import { act, type Core } from './core.ts';
import { logOf } from './log-entry.ts';
import { logTarget } from './log-target.ts';
import { emailsOf, factsOf, isPrivate } from './mail-facts.ts';
import { noteRequests } from './note-requests.ts';
import { keptByMail } from './promises/closing.ts';
import { interactionsByKey, resembled, sameMail } from './view/lookup.ts';

/** How some mails are to be logged. */
export type LogWish = {
  account: string;
  asked: Asked;
  /** Although nobody wrote it, or somebody probably logged it. */
  anyway?: boolean | undefined;
  /** Seen by oneself alone; left out: as its mailbox and people are. */
  hidden?: boolean | undefined;
  to?: LogChoice | undefined;
  /** What logs it, where nobody clicked. */
  by?: Pick<Interaction, 'rule' | 'ruleId'> | undefined;
};

/** What became of one mail. */
export type Outcome =
  | { id: string; became: 'logged' | 'already'; interactionId: Id }
  | { id: string; became: 'left-out'; why: LeftOut };

/** Logs mails that were read: each once, whoever logged it before, and none that a reason keeps out. */
export async function logReads(
  core: Core,
  tabId: number,
  reads: readonly MailRead[],
  wish: LogWish,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const probably: TabSession['probably'] = {};
  const automatic: TabSession['automatic'] = {};
  const left: NonNullable<TabSession['left']> = {};
  if (reads.some(({ fingerprint }) => !fingerprint.some((key) => key.startsWith('mid:'))))
    await catchUp(core);
  for (const read of reads) {
    await noteRequests(core, read);
    const outcome = await logOne(core, tabId, read, wish);
    outcomes.push(outcome);
    if (outcome.became !== 'left-out') continue;
    if (outcome.why === 'probably' && outcome.alike) probably[read.id] = outcome.alike;
    if (outcome.reason) left[read.id] = outcome.reason;
    if (outcome.why === 'automatic' && read.automatic) automatic[read.id] = read.automatic;
  }
  const session = core.sessions.get(tabId);
  if (Object.keys(automatic).length > 0)
    core.sessions.change(tabId, { automatic: { ...session.automatic, ...automatic } });
  if (Object.keys(left).length > 0) core.sessions.change(tabId, { left: { ...session.left, ...left } });
  if (Object.keys(probably).length > 0)
    core.sessions.change(tabId, { probably: { ...session.probably, ...probably } });
  return outcomes;
}

async function logOne(
  core: Core,
  tabId: number,
  read: MailRead,
  wish: LogWish,
): Promise<Outcome & { alike?: Id; reason?: WhyNot }> {
  const { id, threadId } = read;
  const { account, anyway } = wish;
  const fingerprint = withMailboxKey(account, read);
  const found = await interactionsByKey(core.mirror, lookUpKeys(fingerprint));
  // 1. The same mail for certain: nothing new, unless this mailbox teaches the entry another key. [U1] [U6]
  const certain = fingerprint.filter(isCertainKey);
  const same = sameMail(found, certain);
  const already: Outcome | null = same && { id, became: 'already', interactionId: same.id };
  if (already && same && certain.every((key) => same.fingerprint.includes(key))) return already;
  // 2. Probably the same: said, and logged only when the user says so. [U2]
  const alike = same ? null : resembled(found, fingerprint);
  if (alike && !anyway) return { id, became: 'left-out', why: 'probably', alike: alike.id };
  // 3. A reason keeps it out: said, and logged only where a click may say otherwise. [G2]
  const choice = { ...chosenIn(core, tabId, threadId), ...wish.to };
  const target = await logTarget(core, account, threadId, emailsOf(read), choice);
  const { people, unknown, refusal, linked } = target;
  const secret = wish.hidden ?? isPrivate(core, tabId, { account, threadId, linked });
  const judged = { linked: people, unknown, refusal };
  const why = whyNot(factsOf(judged, read, same ? null : automaticOf(core, tabId, read), secret));
  const said = { anyway: anyway ?? false, target: target.chosen && target.blocked === null };
  if (staysOut(why, wish.asked, said) && !(same && why?.why !== 'excluded')) {
    return { id, became: 'left-out', why: why?.why ?? 'unread', ...(why && { reason: why }) };
  }
  // 4. A new entry, or the news for the one that is there.
  const intended = logOf(core.newId(), read, fingerprint, { ...wish, hidden: secret }, target);
  await act(core, intended);
  if (!already) await settleLogged(core, intended.input);
  if (!already) await keptByMail(core, intended.input.id, intended.input.contactIds, read);
  return already ?? { id, became: 'logged', interactionId: intended.input.id };
}

/** Where the user said that logs of this thread go. */
export function chosenIn(core: Core, tabId: number, threadId: string): LogChoice {
  const { chosen } = core.sessions.get(tabId);
  return chosen?.threadId === threadId ? chosen.to : {};
}

/** Longer than this nobody waits for a log. */
const catchUpMs = 2_000;

/** Without a Message-ID only the mirror can tell that a colleague has just logged it: it hears the news first. */
const catchUp = (core: Core): Promise<void> =>
  Promise.race([core.sync.now(), new Promise<void>((resolve) => setTimeout(resolve, catchUpMs))]);

/** What the mail's own header says, else its look in the thread it was read from. */
export function automaticOf(core: Core, tabId: number, read: MailRead): Automatic | null {
  if (read.direction === 'out' || read.about) return null;
  if (read.automatic) return read.automatic;
  const session = core.sessions.get(tabId);
  const screen = session.shown.kind === 'mail' ? session.shown.screen : null;
  const message = screen?.thread?.messages.find(({ id }) => id === read.id);
  return screen && message ? automaticIn(session, screen.account, message) : null;
}

const withMailboxKey = (account: string, read: MailRead): string[] => [
  ...new Set([mailboxKey(account, read.id), ...read.fingerprint]),
];
