import type { LedgerEntry } from '../messages/state.ts';
import { type Store, startingWith } from '../mirror/store.ts';

/** Every request that left this browser by our doing, the newest 1,000. */
export type Ledger = {
  note(entry: LedgerEntry): Promise<void>;
  /** Newest first. */
  list(): Promise<LedgerEntry[]>;
};
const most = 1_000;
const keyOf = (no: number): string => `ledger/${String(no).padStart(12, '0')}`;

/**
 * Entries wait for a transaction, not requests for entries: beside a first fill each would wait for a page to be
 * stored, and the next page for it. What waits is written together, shown meanwhile, and kept where the disk is full.
 */
export function openLedger(store: Store): Ledger {
  let pending: LedgerEntry[] = [];
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    while (pending.length > 0) {
      const entries = pending;
      await store.write(async (tx) => {
        const count = ((await tx.get('meta', 'ledger')) as number | undefined) ?? 0;
        await tx.put('meta', 'ledger', count + entries.length);
        for (const [at, entry] of entries.entries()) {
          await tx.put('meta', keyOf(count + at), entry);
          if (count + at >= most) await tx.delete('meta', keyOf(count + at - most));
        }
      });
      const written = new Set(entries);
      pending = pending.filter((entry) => !written.has(entry));
    }
  };
  const soon = (): Promise<void> => {
    writing ??= write().finally(() => {
      writing = null;
    });
    return writing;
  };

  return {
    note: async (entry) => {
      pending = [...pending, entry].slice(-most);
      // What could not be written stays, and is tried with the next one.
      soon().catch(() => undefined);
    },
    list: async () => {
      await writing?.catch(() => undefined);
      const stored = await store.read((tx) => tx.scan('meta', { ...startingWith('ledger/'), reverse: true }));
      return [...pending.toReversed(), ...stored.map(({ value }) => value as LedgerEntry)].slice(0, most);
    },
  };
}
