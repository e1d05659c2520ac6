import { describe, expect, test } from 'vitest';
import type { Interaction } from '../domain/rows.ts';
import { applyMutation, readsOf } from './apply.ts';
import type { Mutation } from './mutation.ts';

const context = { me: 'me', firstStage: null, sameMail: null };
const separate: Mutation = { number: 1, verb: 'interaction.separate', input: { id: 'b' }, at: 9 };
const worldOf = (row: Partial<Interaction>) => ({
  get: (noun: string, id: string) => (noun === 'interaction' && id === 'b' ? row : undefined) as never,
});

describe('[U7] an entry taken out of the one it was joined into', () => {
  test('stands by itself at once, with what it brought', () => {
    const row = { id: 'b', joinedInto: 'a', fingerprint: ['mid:x'], updatedAt: 1 };
    expect(readsOf(separate)).toEqual([{ noun: 'interaction', id: 'b' }]);
    expect(applyMutation(worldOf(row), separate, context)).toEqual([
      { noun: 'interaction', row: { ...row, joinedInto: null, updatedAt: 9 } },
    ]);
  });

  test('is left as it is where it was not joined, or is not known', () => {
    expect(applyMutation(worldOf({ id: 'b', joinedInto: null }), separate, context)).toEqual([]);
    expect(applyMutation({ get: () => undefined }, separate, context)).toEqual([]);
  });
});

describe('[A6] [M5] a change of a row that is another member’s own', () => {
  const row = {
    id: 'b',
    joinedInto: 'a',
    privateTo: 'other',
    loggedBy: 'other',
    deletedAt: null,
    updatedAt: 1,
  };
  const intents: Mutation[] = [
    { number: 1, verb: 'interaction.edit', input: { id: 'b', fields: { body: 'x' } }, at: 9 },
    { number: 1, verb: 'interaction.undo', input: { id: 'b' }, at: 9 },
    { number: 1, verb: 'interaction.setPrivate', input: { id: 'b', private: false }, at: 9 },
    { number: 1, verb: 'interaction.answerAccess', input: { id: 'b', memberId: 'me', grant: true }, at: 9 },
    separate,
  ];
  test.each(intents)('$verb shows nothing here: the server will refuse it', (mutation) => {
    expect(applyMutation(worldOf(row), mutation, context)).toEqual([]);
  });
});

test('[M4] who adds a task owns it at once, unless it is for somebody else', () => {
  const add = (ownerId: string | null): Mutation => ({
    number: 1,
    verb: 'task.add',
    input: {
      id: 't',
      title: 'x',
      dueDay: null,
      dueAt: null,
      contactId: null,
      companyId: null,
      dealId: null,
      ownerId,
    },
    at: 9,
  });
  const ownerOf = (given: string | null) =>
    (applyMutation({ get: () => undefined }, add(given), context)[0]?.row as { ownerId: string }).ownerId;
  expect([ownerOf(null), ownerOf('mia')]).toEqual(['me', 'mia']);
});
