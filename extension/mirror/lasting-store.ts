import { isFull, storeFailure } from './failure.ts';
import type { ReadTx, Store, WriteTx } from './store.ts';

/** Given up when the disk is full, so that what is being typed still goes in. */
const reserveBytes = 1_000_000;

export type LastingParts = {
  /** Random bytes: what repeats itself is stored in less room than it stands for. */
  filling(bytes: number): Uint8Array;
  /** There is no room: evicts what the server has too. Called outside of any write. */
  makeRoom(): Promise<void>;
  /** What is kept was lost from under us, or cannot be read: it has to be had anew from the server. */
  damaged(): void;
  report(cause: unknown): void;
};

/**
 * A store that lasts through a full disk and through damage. A write that takes down what a user did may use a
 * reserve; one that brings what the server has waits until there is room. [S3] [S4]
 */
export function lastingStore(store: Store, { filling, makeRoom, damaged, report }: LastingParts): Store {
  let reserve: 'unknown' | 'there' | 'gone' = 'unknown';
  let making = false;
  store.onLost?.(() => {
    reserve = 'unknown';
    damaged();
  });

  /** JSON that was ours once and is no JSON now. */
  async function noticing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof SyntaxError) damaged();
      throw storeFailure(cause);
    }
  }

  /** To take things away needs a little room too; what is left of it is put aside again. */
  function full(): void {
    if (making) return;
    making = true;
    giveUp()
      .then(makeRoom)
      .then(putAside)
      .catch(report)
      .finally(() => {
        making = false;
      });
  }

  async function giveUp(): Promise<void> {
    await store.write((tx) => tx.delete('meta', 'reserve'));
    reserve = 'gone';
  }

  async function write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    let isUsers = false;
    const noting = (tx: WriteTx): WriteTx => ({
      ...tx,
      put: (table, key, value, tags) => {
        // Every change of a user's takes a number.
        if (table === 'meta' && key === 'number') isUsers = true;
        return tx.put(table, key, value, tags);
      },
    });
    const once = () => store.write((tx) => work(noting(tx)));
    try {
      const answer = await once();
      if (isUsers && reserve === 'unknown') putAside().catch(report);
      return answer;
    } catch (cause) {
      if (!isFull(cause)) throw cause;
      if (!isUsers || reserve === 'gone') {
        full();
        throw cause;
      }
    }
    await giveUp();
    const answer = await once();
    full();
    return answer;
  }

  /** Put aside while there is room; without it everything else goes on. */
  async function putAside(): Promise<void> {
    reserve = 'there';
    try {
      await store.write(async (tx) => {
        if ((await tx.get('meta', 'reserve')) === undefined)
          await tx.put('meta', 'reserve', filling(reserveBytes));
      });
    } catch (cause) {
      if (!isFull(cause)) throw cause;
      reserve = 'gone';
    }
  }

  return {
    ...store,
    read: <T>(work: (tx: ReadTx) => Promise<T>) => noticing(() => store.read(work)),
    write: (work) => noticing(() => write(work)),
  };
}
