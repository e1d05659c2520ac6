import { dexieStore } from '../../../extension/mirror/dexie-store.ts';
import { rules } from './rules.ts';

/** What a page of the tests can be asked for. */
export type InPage = {
  says: string[];
  /** Holds one rule against a store of its own; null, or what went wrong. */
  check(index: number): Promise<string | null>;
  /** How durable the transactions of a write and of a read are asked to be. */
  durability(): Promise<{ mode: string; durability: string }[]>;
  /** Puts many entries in one transaction, which may be cut off with the page; `finish` commits it. */
  write(name: string, many: number): Promise<void>;
  count(name: string): Promise<number>;
};

const all = { from: '', to: '\uffff' };
const inPage: InPage = {
  says: rules.map(({ says }) => says),
  async check(index) {
    const store = dexieStore(`rule-${index}`);
    try {
      await rules[index]?.holds(store);
      return null;
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    } finally {
      store.close();
    }
  },
  async durability() {
    const seen: { mode: string; durability: string }[] = [];
    const { prototype } = IDBDatabase;
    const begin = prototype.transaction;
    prototype.transaction = function (...given) {
      const tx = begin.apply(this, given);
      seen.push({ mode: tx.mode, durability: tx.durability });
      return tx;
    };
    const store = dexieStore('durability');
    try {
      await store.write((tx) => tx.put('meta', 'a', 1));
      return seen;
    } finally {
      prototype.transaction = begin;
      store.close();
    }
  },
  async write(name, many) {
    await dexieStore(name).write(async (tx) => {
      for (let at = 0; at < many; at++) await tx.put('row', String(at), 'x'.repeat(200), [`t/${at}`]);
    });
  },
  count: (name) => dexieStore(name).read(async (tx) => (await tx.scan('row', all)).length),
};
Object.assign(globalThis, { inPage });
