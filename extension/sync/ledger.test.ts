import { expect, test } from 'vitest';
import type { LedgerEntry } from '../messages/state.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import type { Store } from '../mirror/store.ts';
import { openLedger } from './ledger.ts';

const entry = (at: number): LedgerEntry => ({
  at,
  method: 'GET',
  url: 'https://crm.example/trpc/sync.pull',
  purpose: 'sync',
  status: 200,
  sent: 0,
  received: 1,
});
const instants = async (ledger: { list(): Promise<LedgerEntry[]> }) =>
  (await ledger.list()).map(({ at }) => at);

test('every request stands in the ledger, the newest first, and a thousand are kept', async () => {
  const store = memoryStore();
  const ledger = openLedger(store);
  for (let at = 1; at <= 1_050; at++) await ledger.note(entry(at));
  const wanted = Array.from({ length: 1_000 }, (_, i) => 1_050 - i);
  expect(await instants(ledger)).toEqual(wanted);
  expect(await instants(openLedger(store))).toEqual(wanted);
});

test('requests that end beside a long write are written together and shown meanwhile', async () => {
  const store = memoryStore();
  let writes = 0;
  const counted: Store = {
    ...store,
    write: (work) => {
      writes++;
      return store.write(work);
    },
  };
  const ledger = openLedger(counted);
  for (let at = 1; at <= 20; at++) await ledger.note(entry(at));
  expect(await instants(ledger)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
  expect(writes).toBeLessThan(5);
});

test('what a full disk did not take is shown all the same, and written with the next one that fits', async () => {
  const store = memoryStore();
  let full = true;
  const ledger = openLedger({
    ...store,
    write: (work) => (full ? Promise.reject(new Error('full')) : store.write(work)),
  });
  await ledger.note(entry(1));
  await ledger.note(entry(2));
  expect(await instants(ledger)).toEqual([2, 1]);
  full = false;
  await ledger.note(entry(3));
  expect(await instants(ledger)).toEqual([3, 2, 1]);
  expect(await instants(openLedger(store))).toEqual([3, 2, 1]);
});
