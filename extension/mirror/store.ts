/**
 * The one port to what is kept in this browser. Two implementations: over Dexie, and in memory for tests.
 * Keys and tags are strings compared by UTF-16 code unit, so both sort alike.
 */
export const tables = ['meta', 'row', 'shard', 'search', 'keys', 'base', 'outbox'] as const;
export type Table = (typeof tables)[number];

/** `from` inclusive, `to` exclusive. */
export type Range = { from: string; to: string; reverse?: boolean; limit?: number };
export type Entry = { key: string; value: unknown };

export type ReadTx = {
  get(table: Table, key: string): Promise<unknown>;
  getMany(table: Table, keys: readonly string[]): Promise<unknown[]>;
  scan(table: Table, range: Range): Promise<Entry[]>;
  /** Entries in the order of those of their tags that lie in the range. */
  scanTags(table: Table, range: Range): Promise<Entry[]>;
};
export type WriteTx = ReadTx & {
  put(table: Table, key: string, value: unknown, tags?: readonly string[]): Promise<void>;
  delete(table: Table, key: string): Promise<void>;
  clear(table: Table): Promise<void>;
};

export type Store = {
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** All or nothing; resolves only when it is durable. `work` may await nothing but its transaction. */
  write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  close(): void;
  /** Called when all that was kept turns out to be gone from under an open store: the browser or its user deleted it. */
  onLost?(listener: () => void): void;
};

/** Every key that begins with a prefix. */
export const startingWith = (prefix: string): { from: string; to: string } => ({
  from: prefix,
  to: `${prefix}\uffff`,
});
