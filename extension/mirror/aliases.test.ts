import { describe, expect, it } from 'vitest';
import { contactRow, interactionRow } from '../../tests/fixtures/rows.ts';
import { appendAll } from '../outbox/outbox.ts';
import { followed, groupOf } from './aliases.ts';
import { memoryStore } from './memory-store.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { startingWith } from './store.ts';

const id = (n: number) => `01a0c450-6c00-7000-8000-${String(n).padStart(12, '0')}`;
const [ada, twin, other] = [id(1), id(2), id(3)];

async function filled(entries: number): Promise<Mirror> {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    for (const contact of [ada, twin, other])
      await tx.put({ noun: 'contact', row: contactRow(contact, { name: contact }) });
    for (let i = 0; i < entries; i++)
      await tx.put({
        noun: 'interaction',
        row: interactionRow(id(1_000 + i), { occurredAt: i, contactIds: [twin] }),
      });
  });
  return mirror;
}
const merge = (mirror: Mirror, kept: string, gone: string, mergeId: string) =>
  mirror.commit((tx) =>
    appendAll(
      tx,
      [{ verb: 'contact.merge', input: { id: kept, goneId: gone, mergeId, fields: {} } }],
      null,
      9,
    ),
  );

describe('whoever turned out to be somebody', () => {
  it('[J8] is found from the kept one at once, at any depth, and not after a split', async () => {
    const mirror = await filled(0);
    await merge(mirror, ada, twin, id(10));
    expect(await groupOf(mirror, 'contact', ada)).toEqual([ada, twin]);
    await merge(mirror, other, ada, id(11));
    expect(await groupOf(mirror, 'contact', other)).toEqual([other, ada, twin]);
    expect((await followed(mirror, 'contact', twin))?.id).toBe(other);
    await mirror.commit((tx) => appendAll(tx, [{ verb: 'merge.split', input: { id: id(11) } }], null, 9));
    expect(await groupOf(mirror, 'contact', other)).toEqual([other]);
    expect((await followed(mirror, 'contact', twin))?.id).toBe(ada);
  });

  it('[J8] a merge writes three rows, however many entries the two have', async () => {
    const mirror = await filled(1_000);
    const changed: number[] = [];
    mirror.onChange(({ rows }) => changed.push(rows.size));
    await merge(mirror, ada, twin, id(10));
    expect(changed).toEqual([3]);
    const [, gone = ''] = await groupOf(mirror, 'contact', ada);
    const found = await mirror.tagged('interaction', startingWith(`interaction/contact/${gone}/`));
    expect(found).toHaveLength(1_000);
  });
});
