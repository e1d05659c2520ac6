import { isCertainKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { type Closing, judgeClosing, type LaterMail } from '../../../shared/domain/promise/judge-closing.ts';
import { promisedAt } from '../../../shared/domain/promise/promise-keys.ts';
import type { Interaction, Task } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MailRead } from '../../gmail/surface.ts';
import type { PromiseKept } from '../../messages/promise.ts';
import { startingWith } from '../../mirror/store.ts';
import { act, type Core } from '../core.ts';
import type { Talk } from './offers.ts';

/** A mail of the same minute is the one that promised. */
export const afterMs = 60_000;
/** How long a closed promise says by which mail it was closed. */
const toldMs = 7 * 86_400_000;

const dismissedDeed = (taskId: Id, deed: string): string => `kept/${taskId}/${deed}`;
export const isDismissed = (core: Core, taskId: Id, deed: string): boolean =>
  core.dismissed.has(dismissedDeed(taskId, deed));

export type PromiseTask = Task & { promisedBy: 'us' | 'them' };

/** When the promise was made: its mail's minute, else when it became a task. */
export const madeAt = (task: Task): number => promisedAt(task.promiseKey ?? '') ?? task.createdAt;

/** What was promised and is still open, of or to a contact. */
export async function openPromises(core: Core, contactId: Id): Promise<PromiseTask[]> {
  const tasks = await core.mirror.tagged('task', startingWith(`task/contact/${contactId}/`));
  return tasks.filter((task): task is PromiseTask => task.promisedBy !== null && task.doneAt === null);
}

export const isOwers = (by: 'us' | 'them', direction: Interaction['direction']): boolean =>
  direction === (by === 'us' ? 'out' : 'in');

/** Whether a mail after the promise, of whoever owes, answers it. */
export function judge(
  task: PromiseTask,
  names: string,
  mail: LaterMail & Pick<Talk, 'direction' | 'at'>,
): Closing {
  if (!isOwers(task.promisedBy, mail.direction) || mail.at < madeAt(task) + afterMs) return null;
  return judgeClosing({ ...task, names }, mail);
}

export const nameOf = async ({ mirror }: Core, contactId: Id): Promise<string> =>
  (await mirror.get('contact', contactId))?.name ?? '';

/** A mail was logged here: what it answers in kind is done, by it; what a machine sent may only be asked about. [Z4] */
export async function keptByMail(
  core: Core,
  interactionId: Id,
  contactIds: readonly Id[],
  { id, direction, at, attachments, talk, fingerprint, automatic }: MailRead,
): Promise<void> {
  if (automatic) return;
  const seen = new Set<Id>();
  for (const contactId of contactIds) {
    const names = await nameOf(core, contactId);
    for (const task of await openPromises(core, contactId)) {
      if (seen.has(task.id)) continue;
      seen.add(task.id);
      if ([interactionId, id, ...fingerprint].some((deed) => isDismissed(core, task.id, deed))) continue;
      if (judge(task, names, { direction, at, attachments, ...talk }) !== 'closes') continue;
      await act(core, {
        verb: 'task.complete',
        input: { id: task.id, at: core.now(), via: interactionId },
      });
    }
  }
}

export const deedOf = ({ id, kind, subject, occurredAt }: Interaction) => ({
  id,
  kind,
  title: subject,
  at: occurredAt,
});

/** What a mail closed lately, so that it can be said which one, and taken back. [Z4] */
export async function keptLately(core: Core, contactId: Id): Promise<PromiseKept[]> {
  const tasks = await core.mirror.tagged('task', startingWith(`task/contact/${contactId}/`));
  const done = tasks.filter(
    ({ promisedBy, doneAt, doneVia }) => promisedBy && doneVia && doneAt && doneAt > core.now() - toldMs,
  );
  const kept = await Promise.all(
    done.map(async (task): Promise<PromiseKept[]> => {
      const entry = await core.mirror.get('interaction', task.doneVia ?? '');
      return entry ? [{ task, deed: deedOf(entry) }] : [];
    }),
  );
  return kept.flat();
}

/** Closes what was asked about, by what was asked about. */
export async function closePromise(core: Core, taskId: Id, via: Id | null): Promise<void> {
  await act(core, { verb: 'task.complete', input: { id: taskId, at: core.now(), ...(via && { via }) } });
}

/** This did not do it: it is opened where it was closed, and neither asked nor closed by it again. [Z5] */
export async function notKept(core: Core, taskId: Id, deed: string, reopen: boolean): Promise<void> {
  const entry = await core.mirror.get('interaction', deed);
  // Logged once more it is another entry, and the same mail.
  for (const each of [deed, ...(entry?.fingerprint ?? []).filter(isCertainKey)])
    await core.dismissed.add(dismissedDeed(taskId, each));
  if (reopen) await act(core, { verb: 'task.reopen', input: { id: taskId } });
}
