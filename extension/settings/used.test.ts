import { expect, test } from 'vitest';
import type { StorageArea } from './storage.ts';
import { openUsed } from './used.ts';

const day = 24 * 3_600_000;
function shelf(start: Record<string, unknown> = {}) {
  const items: Record<string, unknown> = { ...start };
  return {
    items,
    get: async () => items,
    set: async (more: Record<string, unknown>) => void Object.assign(items, more),
    remove: async (key: string) => void delete items[key],
  } as unknown as StorageArea & { items: Record<string, unknown> };
}
const report = (cause: unknown) => {
  throw cause;
};
const whats = (used: ReturnType<typeof openUsed>, now: number) => used.all(now).map(({ what }) => what);

test('what is used often lately stands before what was used often long ago', async () => {
  const used = openUsed(shelf(), '', report);
  for (let turn = 0; turn < 3; turn++) await used.note('contact old', 0);
  await used.note('contact new', 60 * day);
  expect(whats(used, 60 * day)).toEqual(['contact new', 'contact old']);
});

test('it is read again by the next worker, and what is damaged there is left out', async () => {
  const area = shelf();
  await openUsed(area, 'x/', report).note('command theme', 5);
  (area.items['used/x/'] as unknown[]).push({ what: 7 }, null, 'no');
  const again = openUsed(area, 'x/', report);
  await Promise.resolve();
  expect(again.all(5)).toEqual([{ what: 'command theme', score: 1, at: 5 }]);
  await again.clear();
  expect(area.items).toEqual({});
});

test('at most two hundred are kept, and the least used go first', async () => {
  const used = openUsed(shelf(), '', report);
  await used.note('contact kept', 0);
  await used.note('contact kept', 0);
  for (let one = 0; one < 220; one++) await used.note(`contact ${one}`, day);
  expect(used.all(day)).toHaveLength(200);
  expect(whats(used, day)).toContain('contact kept');
});
