import { describe, expect, it } from 'vitest';
import { answerShown, awaitKey, isAnswer } from './awaiting.ts';

const thread = 'gm:nora@us.test:t1';
const task = { awaits: thread, promiseKey: awaitKey('gm:nora@us.test:m2'), createdAt: 1_000, doneAt: null };
const mail = (id: string, theirs: boolean) => ({ keys: [`gm:nora@us.test:${id}`], theirs });

describe('[W6] an awaited answer, in a conversation that is shown', () => {
  it('is what they wrote after the mail that asked', () => {
    const messages = [
      mail('m1', true),
      mail('m2', false),
      mail('m3', false),
      mail('m4', true),
      mail('m5', true),
    ];
    expect(answerShown(task, thread, messages)).toBe(messages[3]);
  });
  it('is not what they wrote before, and not what we wrote again', () => {
    expect(answerShown(task, thread, [mail('m1', true), mail('m2', false), mail('m3', false)])).toBeNull();
  });
  it('is not guessed where the mail that asked is not shown, in another conversation, or when it came already', () => {
    expect(answerShown(task, thread, [mail('m1', true), mail('m9', true)])).toBeNull();
    const messages = [mail('m2', false), mail('m3', true)];
    expect(answerShown(task, 'gm:nora@us.test:t2', messages)).toBeNull();
    expect(answerShown({ ...task, doneAt: 5 }, thread, messages)).toBeNull();
    expect(answerShown({ ...task, promiseKey: null }, thread, messages)).toBeNull();
  });
});

describe('[W6] an awaited answer, by a log', () => {
  const logged = { kind: 'email', direction: 'in', threadKey: thread, occurredAt: 2_000 } as const;
  it('is a later mail of theirs in that conversation', () => {
    expect(isAnswer(task, logged)).toBe(true);
  });
  it.each([
    { ...logged, direction: 'out' as const },
    { ...logged, kind: 'note' as const },
    { ...logged, threadKey: 'gm:nora@us.test:t2' },
    { ...logged, occurredAt: 900 },
  ])('is not %j', (other) => {
    expect(isAnswer(task, other)).toBe(false);
  });
});
