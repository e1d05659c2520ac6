import { expect, test } from 'vitest';
import type { Change } from '../../../shared/domain/rows.ts';
import { contactRow, dealRow } from '../../../tests/fixtures/rows.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import type { Core } from '../core.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import { historyView } from './history.ts';

const change = (field: string, from: string | null, to: string | null): Change => ({
  ...{ id: field, noun: 'interaction', rowId: 'i', field, from, to, at: 5, by: 'mia', state: 'done' },
});

test('[G5] where an entry was and went is told by name, and what is gone is no way back', async () => {
  haveTables(wholeTables);
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    for (const name of ['Ada', 'Grace']) await tx.put({ noun: 'contact', row: contactRow(name, { name }) });
    await tx.put({ noun: 'deal', row: dealRow('d', { title: 'Renewal' }) });
  });
  const changes = [change('contactIds', 'Ada gone', 'Grace'), change('dealId', 'd', null)];
  const core = {
    mirror,
    device: { get: () => ({ me: 'mia' }) },
    sync: { ask: async (ask: (device: null) => unknown) => ask(null) },
    server: { history: async () => changes },
  } as unknown as Core;
  expect(await historyView(core, 'interaction', 'i')).toMatchObject([
    { byMe: true, from: 'Ada', to: 'Grace', restore: { value: 'Ada' } },
    { from: 'Renewal', to: null, restore: { value: 'd' } },
  ]);
});
