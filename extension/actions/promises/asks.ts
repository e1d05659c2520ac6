import { lookUpKeys, mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { judgeClosing, type LaterMail } from '../../../shared/domain/promise/judge-closing.ts';
import { isPromiseKind } from '../../../shared/domain/promise/kinds.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { PromiseAsk } from '../../messages/promise.ts';
import { startingWith } from '../../mirror/store.ts';
import type { Core } from '../core.ts';
import { interactionsByKey, sameMail } from '../view/lookup.ts';
import {
  afterMs,
  deedOf,
  isDismissed,
  isOwers,
  judge,
  madeAt,
  nameOf,
  openPromises,
  type PromiseTask,
} from './closing.ts';
import { shownThread, type Talk } from './offers.ts';

const mostEntries = 50;

/** Promises that something may have kept: a shown mail, or what of the team was logged. [Z5] */
export async function asksAbout(
  core: Core,
  tabId: number | null,
  contactId: Id,
  talks: readonly Talk[],
): Promise<PromiseAsk[]> {
  const tasks = await openPromises(core, contactId);
  if (tasks.length === 0) return [];
  const entries = await core.mirror.tagged('interaction', {
    ...startingWith(`interaction/contact/${contactId}/`),
    reverse: true,
    limit: mostEntries,
  });
  const names = await nameOf(core, contactId);
  const shown = await shownDeeds(core, tabId, talks);
  const elsewhere = entries.filter(({ id }) => !shown.some(({ via }) => via === id));
  return tasks.flatMap((task): PromiseAsk[] => {
    const deed =
      shown.find(
        ({ deed: { id }, message, ...mail }) =>
          !isDismissed(core, task.id, id) &&
          !isDismissed(core, task.id, message.id) &&
          judge(task, names, mail) !== null,
      ) ?? logged(core, task, elsewhere);
    return deed ? [{ task, deed: deed.deed, via: deed.via }] : [];
  });
}

type Deed = Pick<PromiseAsk, 'deed' | 'via'>;

async function shownDeeds(
  core: Core,
  tabId: number | null,
  talks: readonly Talk[],
): Promise<(Deed & Talk & LaterMail)[]> {
  const open = shownThread(core, tabId);
  if (!open) return [];
  const { account, thread } = open;
  const keys = talks.map(({ message }) => mailboxKey(account, message.id));
  const found = await interactionsByKey(core.mirror, lookUpKeys(keys));
  return talks.map((talk, at) => {
    const entry = sameMail(found, [keys[at] ?? '']);
    const { id, attachments } = talk.message;
    const deed = { id: entry?.id ?? id, kind: 'email', title: thread.subject, at: talk.at };
    return { ...talk, attachments, deed, via: entry?.id ?? null };
  });
}

/** Of what is logged the body is not read again: a call or meeting, a mail with a file, any mail where an answer is due. */
function logged(core: Core, task: PromiseTask, entries: readonly Interaction[]): Deed | null {
  const kind = isPromiseKind(task.promiseKind) ? task.promiseKind : 'other';
  const fits = ({ kind: of, direction, attachments }: Interaction): boolean => {
    if (kind === 'call' || kind === 'meeting') return of === 'call' || of === 'meeting';
    if (of !== 'email' || !isOwers(task.promisedBy, direction)) return false;
    return kind === 'answer' || judgeClosing(task, { attachments }) !== null;
  };
  const deed = entries.find(
    (entry) =>
      entry.joinedInto === null &&
      entry.occurredAt >= madeAt(task) + afterMs &&
      fits(entry) &&
      !isDismissed(core, task.id, entry.id),
  );
  return deed ? { deed: deedOf(deed), via: deed.id } : null;
}
