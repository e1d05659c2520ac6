import type { LedgerEntry } from '../messages/state.ts';
import { type Store, startingWith } from '../mirror/store.ts';

/** Every request that left this browser by our doing, the newest 1,000. */
export type Ledger = {
  note(entry: LedgerEntry): Promise<void>;
  /** Newest first. */
  list(): Promise<LedgerEntry[]>;
};
const most = 1_000;

export function openLedger(store: Store): Ledger {
  return {
    note: (entry) =>
      store.write(async (tx) => {
        const count = ((await tx.get('meta', 'ledger')) as number | undefined) ?? 0;
        const key = (no: number) => `ledger/${String(no).padStart(12, '0')}`;
        await tx.put('meta', 'ledger', count + 1);
        await tx.put('meta', key(count), entry);
        if (count >= most) await tx.delete('meta', key(count - most));
      }),
    list: () =>
      store.read(async (tx) =>
        (await tx.scan('meta', { ...startingWith('ledger/'), reverse: true })).map(
          ({ value }) => value as LedgerEntry,
        ),
      ),
  };
}
