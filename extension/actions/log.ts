import { staysOut } from '../../shared/domain/interaction/why-not.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { MailRead, ThreadSeen } from '../gmail/surface.ts';
import type { Calls, LeftOut, LogAnswer } from '../messages/calls.ts';
import { addContact } from './add-contact.ts';
import type { Core } from './core.ts';
import { chosenIn, type LogWish, logReads, type Outcome } from './log-reads.ts';
import { mailStates } from './log-states.ts';
import { saving } from './saving.ts';

/** So many mails are read and logged before it is said how far it has come, and whether it was ended. */
const atOnce = 4;

/** Logs the selected message of the tab's open thread, certain ones, or all that are missing. */
export async function log(core: Core, tabId: number, input: Calls['log']['in']): Promise<LogAnswer> {
  const { shown } = core.sessions.get(tabId);
  const thread = shown.kind === 'mail' ? shown.screen.thread : null;
  if (shown.kind !== 'mail' || !thread) throw new CodedError('mail.unread', 'thread');
  const { anyway = false, private: hidden, add, to } = input;
  const wish = { account: shown.screen.account, anyway, hidden, to };
  if (input.messages === 'missing') {
    if (add) await addContact(core, add);
    return logMissing(core, tabId, thread, { ...wish, asked: 'missing' });
  }
  const selected = thread.selectedId ?? thread.messages.at(-1)?.id;
  const ids = input.messages !== 'selected' ? input.messages : selected ? [selected] : [];
  // Said before anything is read or written: a click is seen at once.
  const done = saving.start(tabId, ids);
  core.sessions.change(tabId, {});
  try {
    if (add) await addContact(core, add);
    const reads = await core.readMail(tabId, ids);
    const answer = answerOf(await logReads(core, tabId, reads, { ...wish, asked: 'click' }));
    const [only, ...others] = answer.leftOut;
    if (answer.logged + answer.already === 0 && only && others.length === 0) refuse(only.why);
    return answer;
  } finally {
    done();
    core.sessions.change(tabId, {});
  }
}

/** What a click got no log of, and could not have known, is told as the reason. */
function refuse(why: LeftOut): void {
  if (why === 'excluded') throw new CodedError('interaction.excluded');
  if (why === 'unknown' || why === 'internal') throw new CodedError('contact.unknown');
}

/** Logs what of a thread is not there and not kept out, a few at a time, until it is ended or the thread is left. [G3] */
async function logMissing(core: Core, tabId: number, thread: ThreadSeen, wish: LogWish): Promise<LogAnswer> {
  const { id: threadId, messages, subject } = thread;
  const states = await mailStates(core, tabId, { account: wish.account, threadId, subject }, messages);
  const { contactIds, companyId, dealIds } = { ...chosenIn(core, tabId, threadId), ...wish.to };
  const target = Boolean(contactIds?.length || companyId || dealIds?.length);
  const outcomes: Outcome[] = [];
  const there = new Set<string>();
  // One that is only probably there is read as well: its original tells whether it is. [U1]
  for (const [at, { id }] of messages.entries()) {
    const log = states[at]?.log;
    if (!log || log.state === 'saving') continue;
    if (log.state === 'none') {
      if (!log.why || !staysOut(log.why, 'missing', { target })) continue;
      outcomes.push({ id, became: 'left-out', why: log.why.why });
    } else if (log.state === 'probably') continue;
    there.add(id);
  }
  const wanted = messages.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  const end = saving.long(tabId);
  const finished = saving.start(tabId, wanted);
  const said = (done: number) => {
    const { shown } = core.sessions.get(tabId);
    const seen = shown.kind === 'mail' ? (shown.screen.thread?.messages.length ?? 0) : 0;
    // Messages that the page had folded away come to light while they are read.
    const all = Math.max(wanted.length, seen - there.size + done, done);
    core.sessions.change(tabId, { logging: { threadId, done, all } });
  };
  let done = 0;
  let stopped = false;
  try {
    for (said(0); ; said(done)) {
      if (end.aborted) {
        stopped = true;
        break;
      }
      const reads = await readSome(core, tabId, threadId, there);
      if (reads === null) stopped = true;
      if (!reads || reads.length === 0) break;
      outcomes.push(...(await logReads(core, tabId, reads, wish)));
      for (const { id } of reads) there.add(id);
      saving.done(
        tabId,
        reads.map(({ id }) => id),
      );
      done += reads.length;
    }
  } finally {
    finished();
    core.sessions.change(tabId, { logging: null });
  }
  const unread = stopped ? [] : wanted.filter((id) => !there.has(id));
  const missed = unread.map((id): Outcome => ({ id, became: 'left-out', why: 'unread' }));
  return { ...answerOf([...outcomes, ...missed]), stopped };
}

/** The next messages that are not there; null: another thread is open by now, or none. */
async function readSome(
  core: Core,
  tabId: number,
  threadId: string,
  there: ReadonlySet<string>,
): Promise<MailRead[] | null> {
  const { shown } = core.sessions.get(tabId);
  if (shown.kind !== 'mail' || shown.screen.thread?.id !== threadId) return null;
  try {
    const reads = await core.readMail(tabId, 'all', { except: [...there], most: atOnce });
    return reads.some((read) => read.threadId !== threadId) ? null : reads;
  } catch (cause) {
    if (!(cause instanceof CodedError) || cause.code !== 'mail.unread') throw cause;
    // The thread was left, or the page gives no more of it.
    const now = core.sessions.get(tabId).shown;
    return now.kind === 'mail' && now.screen.thread?.id === threadId ? [] : null;
  }
}

function answerOf(outcomes: readonly Outcome[]): LogAnswer {
  const left = new Map<LeftOut, number>();
  const answer: LogAnswer = {
    ...{ logged: 0, already: 0, interactionIds: [], newIds: [] },
    ...{ leftOut: [], stopped: false },
  };
  for (const outcome of outcomes) {
    if (outcome.became === 'left-out') left.set(outcome.why, (left.get(outcome.why) ?? 0) + 1);
    else {
      answer[outcome.became]++;
      answer.interactionIds.push(outcome.interactionId);
      if (outcome.became === 'logged') answer.newIds.push(outcome.interactionId);
    }
  }
  answer.leftOut = [...left].map(([why, count]) => ({ why, count }));
  return answer;
}
