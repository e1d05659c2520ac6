import { addDays, daysBetween, wallOf } from '../../../shared/kit/civil.ts';
import type { MessageSeen } from '../../gmail/surface.ts';
import { noWish, type ScheduledHere, type Wish } from '../../messages/compose.ts';
import type { Core } from '../core.ts';
import { mailSent } from './sent.ts';

const place = 'scheduled';
/** As many as Gmail lets wait. */
const most = 100;
/** What waits to be sent may stand in the page under the minute in which it was scheduled; Gmail sends none sooner. */
const soonest = 1;

type Scheduled = ScheduledHere & { account: string; at: number };

async function all(core: Core): Promise<Scheduled[]> {
  const text = await core.drafts.get(place);
  if (text === null) return [];
  try {
    return JSON.parse(text) as Scheduled[];
  } catch {
    // Cut short: what was wished for is lost, as what was never said.
    return [];
  }
}
const keep = (core: Core, kept: readonly Scheduled[]): Promise<void> =>
  core.drafts.set(place, kept.length > 0 ? JSON.stringify(kept.slice(-most)) : null);

const turns = new WeakMap<Core, Promise<void>>();

/** Changes take turns: two windows may close at once, and what was said of neither may be lost. */
function change(core: Core, to: (kept: Scheduled[]) => Scheduled[]): Promise<void> {
  const turn = (turns.get(core) ?? Promise.resolve()).then(async () => {
    const kept = await all(core);
    const next = to(kept);
    if (next !== kept) await keep(core, next);
  });
  // Whoever asked hears that it failed; the next one's turn comes all the same.
  turns.set(
    core,
    turn.catch(() => undefined),
  );
  return turn;
}

/** It was sent otherwise, thrown away, or nothing is to be done with it. */
export async function forgetScheduled(core: Core, key: string): Promise<void> {
  const isIt = ({ writing }: Scheduled) => writing.key === key;
  await change(core, (kept) => (kept.some(isIt) ? kept.filter((each) => !isIt(each)) : kept));
  for (const tabId of core.sessions.tabs())
    if (core.sessions.get(tabId).scheduled?.key === key) core.sessions.change(tabId, { scheduled: null });
}

/** A window closed from which a mail may leave later: what was said of it is kept until it is seen sent. [W8] */
export async function keepScheduled(
  core: Core,
  tabId: number,
  account: string,
  { subject, digest, writing, wish }: ScheduledHere,
): Promise<void> {
  const log = wish.log ?? core.settings.get().logOnSend;
  if ((!log && !wish.remind) || !digest) return;
  const scheduled = { subject, digest, writing, wish: { ...wish, log }, account, at: core.now() };
  await change(core, (kept) => [...kept.filter((each) => each.writing.key !== writing.key), scheduled]);
  core.sessions.change(tabId, { scheduled: { key: writing.key, subject, logs: log } });
}

const busy = new WeakSet<Core>();

/** Mails of the open conversation that were scheduled here and have left: what was said of them is done. [W8] */
export async function scheduledSeen(core: Core, tabId: number): Promise<void> {
  const { shown } = core.sessions.get(tabId);
  const thread = shown.kind === 'mail' ? shown.screen.thread : null;
  if (shown.kind !== 'mail' || !thread || busy.has(core)) return;
  const { account } = shown.screen;
  busy.add(core);
  try {
    for (const one of (await all(core)).filter((each) => each.account === account))
      for (const message of thread.messages) {
        const minute = minuteSent(core, one, message);
        if (minute === null) continue;
        const sent = { threadId: thread.id, messageId: message.id };
        const wish = fromThen(core, one, minute * 60_000);
        await mailSent(core, tabId, { sent, read: null, writing: one.writing, wish });
        await forgetScheduled(core, one.writing.key);
        break;
      }
  } finally {
    busy.delete(core);
  }
}

const addresses = (people: readonly { email: string }[]): string =>
  people
    .map(({ email }) => email.toLowerCase())
    .sort()
    .join();

/** When it left, if this is it: the same words to the same people, later than it was scheduled and not still to come. */
function minuteSent(
  core: Core,
  { account, at, digest, writing }: Scheduled,
  { from, to, cc, digests }: MessageSeen,
): number | null {
  if (from.email.toLowerCase() !== account.toLowerCase()) return null;
  if (addresses([...to, ...cc]) !== addresses([...writing.to, ...writing.cc])) return null;
  const [first = -1, now] = [at, core.now()].map((instant) => Math.floor(instant / 60_000));
  for (const key of digests) {
    const [, minute, hash] = key.split(':');
    if (hash === digest && Number(minute) >= first + soonest && Number(minute) <= Number(now))
      return Number(minute);
  }
  return null;
}

/** "No reply in 3 days" was said of the day on which it leaves; an hour that was named stays. */
function fromThen(core: Core, { wish, at }: Scheduled, sentAt: number): Wish {
  const { remind } = wish;
  if (!remind || remind.dueAt !== null) return { ...noWish, ...wish };
  const dayAt = (instant: number) => wallOf(instant, core.zone()).day;
  const dueDay = addDays(dayAt(sentAt), daysBetween(dayAt(at), remind.dueDay));
  return { ...wish, remind: { ...remind, dueDay } };
}
