import type { Interaction, Task } from '../rows.ts';

/** Of a task that waits for an answer: which mail is to be answered; one mail is waited for once. */
export const awaitKey = (mail: string): string => `await:${mail}`;

/** A message of the conversation, in its order. `theirs`: somebody on the other side wrote it themselves. */
export type ConversationMail = { keys: readonly string[]; theirs: boolean };

type Awaiting = Pick<Task, 'awaits' | 'promiseKey' | 'createdAt' | 'doneAt'>;

/**
 * The message of a shown conversation that answers, or null. What is shown has no instants: an answer is what they
 * wrote after the mail that is to be answered; where that mail is not among them nothing is said. [W6]
 */
export function answerShown<M extends ConversationMail>(
  { awaits, promiseKey, doneAt }: Awaiting,
  thread: string,
  messages: readonly M[],
): M | null {
  if (awaits !== thread || doneAt !== null || promiseKey === null) return null;
  const asked = messages.findIndex(({ keys }) => keys.some((key) => awaitKey(key) === promiseKey));
  if (asked < 0) return null;
  return messages.slice(asked + 1).find(({ theirs }) => theirs) ?? null;
}

/** Whether a logged mail answers what is awaited. [W6] */
export const isAnswer = (
  { awaits, createdAt, doneAt }: Awaiting,
  {
    kind,
    direction,
    threadKey,
    occurredAt,
  }: Pick<Interaction, 'kind' | 'direction' | 'threadKey' | 'occurredAt'>,
): boolean =>
  awaits !== null &&
  doneAt === null &&
  kind === 'email' &&
  direction === 'in' &&
  threadKey === awaits &&
  occurredAt > createdAt;
