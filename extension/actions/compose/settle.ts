import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import { answerShown, isAnswer } from '../../../shared/domain/task/awaiting.ts';
import { startingWith } from '../../mirror/store.ts';
import { automaticIn } from '../automatic.ts';
import { act, type Core, meOf } from '../core.ts';
import { isOurs, ourSide } from '../find-people.ts';
import { threadKey } from '../log-target.ts';
import { interactionsByKey, sameMail } from '../view/lookup.ts';

const waiting = ({ mirror }: Core, thread: string) =>
  mirror.tagged('task', startingWith(`task/awaits/${thread}/`));

/** Reminders of the open conversation that somebody has answered are done; its tab says so. [W6] */
export async function settleShown(core: Core, tabId: number): Promise<void> {
  const session = core.sessions.get(tabId);
  const { shown } = session;
  const thread = shown.kind === 'mail' ? shown.screen.thread : null;
  if (shown.kind !== 'mail' || !thread) return;
  const { account } = shown.screen;
  const key = threadKey(account, thread.id);
  const tasks = (await waiting(core, key)).filter(
    ({ ownerId }) => ownerId === null || ownerId === meOf(core),
  );
  if (tasks.length === 0) return;
  const side = await ourSide(core.mirror, account);
  const messages = thread.messages.map((message) => ({
    keys: [mailboxKey(account, message.id)],
    theirs:
      !isOurs(side, (message.about ?? message.from).email) && automaticIn(session, account, message) === null,
    who: message.from.name ?? message.from.email,
  }));
  for (const task of tasks) {
    if (session.reopened?.includes(task.id)) continue;
    const answer = answerShown(task, key, messages);
    if (!answer) continue;
    const logged = sameMail(await interactionsByKey(core.mirror, answer.keys), answer.keys);
    await complete(core, task.id, logged?.id ?? null);
    core.sessions.change(tabId, { settled: { taskId: task.id, title: task.title, who: answer.who } });
  }
}

/** What was logged, by whomever, may be the answer. [W6] */
export async function settleLogged(
  core: Core,
  logged: Pick<Interaction, 'id' | 'kind' | 'direction' | 'threadKey' | 'occurredAt'>,
): Promise<void> {
  if (!logged.threadKey) return;
  for (const task of await waiting(core, logged.threadKey))
    if (isAnswer(task, logged)) await complete(core, task.id, logged.id);
}

const complete = (core: Core, id: string, via: string | null): Promise<number> =>
  act(core, { verb: 'task.complete', input: { id, at: core.now(), ...(via && { via }) } });

/** It was no answer: the reminder is open again, and this conversation does not settle it any more. */
export async function unsettle(core: Core, tabId: number, taskId: string): Promise<void> {
  const { reopened = [] } = core.sessions.get(tabId);
  core.sessions.change(tabId, { settled: null, reopened: [...reopened, taskId] });
  await act(core, { verb: 'task.reopen', input: { id: taskId } });
}
