import { expect, test } from 'vitest';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { newEntry, sentOf } from './entry.ts';
import { forgetErased, putAway } from './sent.ts';

const task = (contactId: string): Mutation => ({
  number: 1,
  verb: 'task.add',
  input: {
    id: 'task',
    title: 'Call her',
    dueDay: null,
    dueAt: null,
    contactId,
    companyId: null,
    dealId: null,
    ownerId: null,
  },
  at: 0,
});
const note = (id: string): Mutation => ({
  number: 1,
  verb: 'interaction.edit',
  input: { id, fields: { body: `about ${id}` } },
  at: 0,
});

test('[D11] what was sent of an erased row or about an erased person is forgotten, and nothing else', async () => {
  const store = memoryStore();
  await store.write(async (tx) => {
    await tx.put('meta', 'sent', 3);
    for (const [order, mutation] of [note('ada'), note('ben'), task('ada')].entries())
      await putAway(tx, newEntry(order + 1, mutation), 0);
    await forgetErased(tx, [{ row: { id: 'ada', erased: true } }, { row: { id: 'ben' } }]);
  });
  const left = await store.read((tx) => sentOf(tx));
  expect(left.map(({ mutation }) => mutation.input.id)).toEqual(['ben']);
  expect(await store.read((tx) => tx.get('meta', 'sent'))).toBe(1);
});
