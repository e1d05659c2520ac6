import type { Id } from '../../shared/kit/id.ts';
import { addToCount } from './count.ts';
import { type KeyIndex, mostShards } from './key-index.ts';
import { idKey, keysOf, type Sharded, type ShardKind, searchLine } from './nouns.ts';
import type { ShardCache } from './shard-cache.ts';
import { placesOf, shardKey, shardReader } from './shard-reader.ts';
import {
  emptyShard,
  hasRow,
  idsIn,
  keysIn,
  kindOf,
  linesIn,
  rowIn,
  shardLine,
  without,
} from './shard-text.ts';
import type { WriteTx } from './store.ts';

/** Small enough that a page of people, each in a shard of their own, is read in a frame or two. */
const shardSize = 64;

type Head = { shard: number; rows: number };
type Draft = {
  text: string;
  search: string;
  added: string[];
  addedSearch: string[];
  /** Lines of search text there were before. */
  found: number;
};
export type Flushed = {
  shards: Map<number, string>;
  search: Map<number, string>;
  keys: [string, number][];
};

const searchRow = <K extends ShardKind>(kind: K, row: Sharded[K]): string => {
  const line = searchLine(kind, row);
  return line === null ? '' : `${row.id}\t ${line}\n`;
};

/** The search text of a whole shard, made of its rows. */
export function searchOf(shard: string): string {
  const kind = kindOf(shard) as ShardKind;
  const rows = idsIn(shard).map((id) => rowIn(shard, id) as Sharded[typeof kind]);
  return emptyShard(kind) + rows.map((row) => searchRow(kind, row)).join('');
}

/**
 * Changes sharded rows inside one transaction: a known row stays in its shard, a new one goes to the newest. New
 * rows are only gathered, so that a page of a first fill costs its own text and no reading.
 */
export function shardWriter(tx: WriteTx, index: KeyIndex, cache: ShardCache) {
  const drafts = new Map<number, Draft>();
  const placed = new Map<string, number>();
  const keys: [string, number][] = [];
  const heads = new Map<ShardKind, Head>();
  let shards: number | null = null;
  const textOf = (no: number): string | undefined => {
    const draft = drafts.get(no);
    if (!draft) return undefined;
    if (draft.added.length > 0) {
      draft.text += draft.added.join('');
      draft.search += draft.addedSearch.join('');
      draft.added = [];
      draft.addedSearch = [];
    }
    return draft.text;
  };
  const reader = shardReader(tx, index, cache, textOf);

  async function place(kind: ShardKind, id: Id): Promise<number | null> {
    const here = placed.get(idKey(kind, id));
    if (here !== undefined) return here;
    for (const no of index.find(idKey(kind, id))) {
      const text = await reader.shard(no);
      if (text?.startsWith(emptyShard(kind)) && hasRow(text, id)) return no;
    }
    return null;
  }
  async function draftOf(no: number, kind: ShardKind): Promise<Draft> {
    const known = drafts.get(no);
    if (known) return known;
    const text = await reader.shard(no);
    const search = text === null ? undefined : await tx.get('search', shardKey(no));
    const line = typeof search === 'string' ? search : emptyShard(kind);
    const draft: Draft = {
      text: text ?? emptyShard(kind),
      search: line,
      added: [],
      addedSearch: [],
      found: linesIn(line),
    };
    drafts.set(no, draft);
    return draft;
  }
  async function openHead(kind: ShardKind): Promise<number> {
    const head = heads.get(kind) ?? ((await tx.get('meta', `head/${kind}`)) as Head | undefined);
    if (head && head.rows < shardSize) {
      heads.set(kind, { ...head, rows: head.rows + 1 });
      return head.shard;
    }
    shards ??= ((await tx.get('meta', 'shards')) as number | undefined) ?? 0;
    if (shards >= mostShards) throw new Error('more rows than the key index can place');
    heads.set(kind, { shard: shards, rows: 1 });
    // Nothing is there yet, so nothing is asked for.
    const empty = emptyShard(kind);
    drafts.set(shards, { text: empty, search: empty, added: [], addedSearch: [], found: 0 });
    return shards++;
  }

  /** Takes the row out of its shard; the keys it stood under. */
  async function remove(kind: ShardKind, id: Id): Promise<string[]> {
    const no = await place(kind, id);
    if (no === null) return [];
    const draft = await draftOf(no, kind);
    const text = textOf(no) ?? draft.text;
    const before = keysIn(text, id);
    draft.text = without(text, id);
    draft.search = without(draft.search, id);
    placed.delete(idKey(kind, id));
    return before;
  }

  return {
    remove,
    get: async <K extends ShardKind>(kind: K, id: Id): Promise<Sharded[K] | undefined> => {
      const no = await place(kind, id);
      if (no === null) return undefined;
      return rowIn((await reader.shard(no)) ?? '', id) as Sharded[K] | undefined;
    },
    under: <K extends ShardKind>(kind: K, keys: readonly string[]) =>
      reader.under(kind, placesOf(index, keys)),
    /** Puts a row in the place of its older self; the keys it stood under. */
    put: async <K extends ShardKind>(kind: K, row: Sharded[K]): Promise<string[]> => {
      if (row.deletedAt !== null) return remove(kind, row.id);
      const known = await place(kind, row.id);
      const no = known ?? (await openHead(kind));
      const before = known === null ? [] : await remove(kind, row.id);
      const draft = await draftOf(no, kind);
      const under = keysOf(kind, row);
      draft.added.push(shardLine(row.id, under, row));
      draft.addedSearch.push(searchRow(kind, row));
      placed.set(idKey(kind, row.id), no);
      for (const key of under) if (known === null || !index.find(key).includes(no)) keys.push([key, no]);
      return before;
    },
    flush: async (): Promise<Flushed> => {
      const flushed: Flushed = { shards: new Map(), search: new Map(), keys };
      const puts: Promise<void>[] = [];
      const more = new Map<string, number>();
      for (const [no, draft] of drafts) {
        const text = textOf(no) ?? draft.text;
        flushed.shards.set(no, text);
        flushed.search.set(no, draft.search);
        const kind = kindOf(draft.search);
        more.set(kind, (more.get(kind) ?? 0) + linesIn(draft.search) - draft.found);
        puts.push(tx.put('shard', shardKey(no), text), tx.put('search', shardKey(no), draft.search));
      }
      for (const [kind, head] of heads) puts.push(tx.put('meta', `head/${kind}`, head));
      if (shards !== null) puts.push(tx.put('meta', 'shards', shards));
      for (const [kind, rows] of more) if (rows !== 0) puts.push(addToCount(tx, kind, rows));
      await Promise.all(puts);
      return flushed;
    },
  };
}
