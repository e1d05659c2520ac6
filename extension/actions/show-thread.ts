import type { MailScreen, ThreadSeen } from '../gmail/surface.ts';
import type { ThreadOnScreen } from '../messages/state.ts';
import type { Core } from './core.ts';
import { mailStates } from './log-states.ts';
import { logTarget } from './log-target.ts';
import { emailsOf, isPrivate } from './mail-facts.ts';
import { autoOnThread } from './rules/auto-on-thread.ts';

/** The open thread with what is known about the log of each of its messages. */
export async function showThread(
  core: Core,
  tabId: number,
  { account }: MailScreen,
  thread: ThreadSeen,
): Promise<ThreadOnScreen> {
  const { chosen, logging } = core.sessions.get(tabId);
  const selected = thread.messages.find((message) => message.id === thread.selectedId);
  const emails = selected ? emailsOf(selected) : thread.messages.flatMap(emailsOf);
  const choice = chosen?.threadId === thread.id ? chosen.to : {};
  const [{ linked, ...target }, states, auto] = await Promise.all([
    logTarget(core, account, thread.id, emails, choice),
    mailStates(core, tabId, { account, threadId: thread.id, subject: thread.subject }, thread.messages),
    autoOnThread(core, tabId, account, thread),
  ]);
  return {
    id: thread.id,
    account,
    subject: thread.subject,
    selectedId: selected?.id ?? null,
    said: saidIn(thread),
    target,
    private: isPrivate(core, tabId, { account, threadId: thread.id, linked }),
    auto,
    logging: logging?.threadId === thread.id ? { done: logging.done, all: logging.all } : null,
    messages: thread.messages.map(({ id, from, loaded, attachments = [] }, at) => ({
      id,
      from: from.name ?? from.email,
      fromEmail: from.email,
      loaded,
      ...(attachments.length > 0 && { files: attachments.length }),
      ...(states[at] ?? { log: { state: 'none', why: null }, forwardOf: null }),
    })),
  };
}

const saidIn = ({ messages }: ThreadSeen): number =>
  messages.reduce(
    (sum, { talk, attachments = [] }) =>
      sum +
      attachments.length +
      (talk ? 1 + talk.made.length + talk.kept.length + (talk.pending?.length ?? 0) : 0),
    0,
  );
