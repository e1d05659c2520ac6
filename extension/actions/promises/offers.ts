import { zoneOf } from '../../../shared/domain/contact/zone-of.ts';
import { dueOf } from '../../../shared/domain/promise/due-of.ts';
import type { Kept, Promised } from '../../../shared/domain/promise/kinds.ts';
import { promiseKey } from '../../../shared/domain/promise/promise-key.ts';
import { promiseKeys } from '../../../shared/domain/promise/promise-keys.ts';
import { sideOf } from '../../../shared/domain/promise/side-of.ts';
import { stillOpen } from '../../../shared/domain/promise/still-open.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MessageSeen, ThreadSeen } from '../../gmail/surface.ts';
import type { PromiseOffer } from '../../messages/promise.ts';
import { startingWith } from '../../mirror/store.ts';
import { automaticIn } from '../automatic.ts';
import type { Core } from '../core.ts';
import { isOurs, ourSide } from '../find-people.ts';
import { emailsOf, peopleJudge } from '../mail-facts.ts';

/** What was to be done so long ago is not offered any more. */
const longAgoMs = 30 * 86_400_000;

/** A mail of the shown thread between us and a contact, with what it says of promises. */
export type Talk = {
  message: MessageSeen;
  direction: 'in' | 'out';
  at: number;
  made: Promised[];
  kept: Kept[];
  pending: Kept[];
};

const dismissedPromise = (key: string): string => `promise/${key}`;
export const dismissPromise = (core: Core, key: string): Promise<void> =>
  core.dismissed.add(dismissedPromise(key));

/** The mails between us and a contact in what the tab shows; none that a machine sent, or that is kept out of logs. */
export async function talksWith(core: Core, tabId: number | null, contactId: Id): Promise<Talk[]> {
  const shown = shownThread(core, tabId);
  if (!shown || tabId === null) return [];
  const { thread, account } = shown;
  const session = core.sessions.get(tabId);
  const [side, judge] = await Promise.all([
    ourSide(core.mirror, account),
    peopleJudge(core, account, thread.messages.flatMap(emailsOf)),
  ]);
  return thread.messages.flatMap((message): Talk[] => {
    if (automaticIn(session, account, message)) return [];
    const { linked, refusal } = judge(emailsOf(message));
    if (refusal || !linked.some(({ id }) => id === contactId)) return [];
    const direction = isOurs(side, message.from.email) && !message.about ? 'out' : 'in';
    const writers = judge([(message.about ?? message.from).email]).linked;
    // Of a mail that somebody else of their side wrote the promises are that one's.
    if (direction === 'in' && !writers.some(({ id }) => id === contactId)) return [];
    const { at = null, made = [], kept = [], pending = [] } = message.talk ?? {};
    return [{ message, direction, at: at ?? 0, made, kept, pending }];
  });
}

export function shownThread(
  core: Core,
  tabId: number | null,
): { thread: ThreadSeen; account: string } | null {
  const shown = tabId === null ? null : core.sessions.get(tabId).shown;
  if (shown?.kind !== 'mail' || !shown.screen.thread) return null;
  return { thread: shown.screen.thread, account: shown.screen.account };
}

/** What the shown mails promise that is neither a task, of whomever of the team, nor put away. [Z1] [Z2] */
export async function offersIn(
  core: Core,
  contact: Contact,
  talks: readonly Talk[],
): Promise<PromiseOffer[]> {
  const offers: (PromiseOffer & { at: number })[] = [];
  const own = core.zone();
  for (const { message, direction, at, made } of talks) {
    // Without its instant nobody knows which Friday is meant, or whether it is the same mail.
    if (at === 0) continue;
    const theirs = zoneOf(contact) ?? own;
    const [zone, readerZone] = direction === 'out' ? [own, theirs] : [theirs, own];
    for (const promised of made) {
      const due = dueOf(promised, { at, zone, readerZone });
      if (promised.onlyDated && !due) continue;
      const until = due ? (due.instant ?? Date.parse(`${due.day}T00:00:00Z`)) : at;
      const key = promiseKey(message.from.email, at, promised.sentence);
      if (!key || until < core.now() - longAgoMs || (await isSettled(core, key))) continue;
      offers.push({
        key,
        by: sideOf(promised, direction),
        kind: promised.kind,
        what: promised.what,
        sentence: promised.sentence,
        messageId: message.id,
        at,
        dueDay: due?.day ?? null,
        dueAt: due?.instant ?? null,
        zone: due?.instant ? due.zone : null,
      });
    }
  }
  const mails = talks.map((talk) => ({ ...talk, attachments: talk.message.attachments }));
  return stillOpen(offers, mails, contact.name).map(({ at: _, ...offer }) => offer);
}

async function isSettled(core: Core, key: string): Promise<boolean> {
  for (const near of promiseKeys(key)) {
    if (core.dismissed.has(dismissedPromise(near))) return true;
    const range = { ...startingWith(`task/promise/${near}/`), limit: 1 };
    if ((await core.mirror.tagged('task', range)).length > 0) return true;
  }
  return false;
}
