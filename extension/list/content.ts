import type { Task } from '../../shared/domain/rows.ts';
import type { Change } from '../mirror/change.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { startingWith } from '../mirror/store.ts';
import type { Tables } from './around.ts';
import { type Intern, interning, recordOf } from './record.ts';
import { shardRecords } from './shard-records.ts';
import { newTable } from './table.ts';

/** Shards parsed at a time: about a thousand rows, ten milliseconds. */
const sliceShards = 16;
const sliceTasks = 500;
/** Changed shards that wait for the next question; more are taken in at once. */
const mostWaiting = 200;

const newTables = (): Tables => ({
  contact: newTable(),
  company: newTable(),
  deal: newTable(),
  task: newTable(),
});

/** The tables, made of the mirror when they are first asked for and kept up with it from then on. */
export function listContent(mirror: Mirror) {
  let tables: Tables | null = null;
  let building: Promise<Tables> | null = null;
  let intern: Intern = interning();
  /** Shards as they were written last, and tasks by id; `all`: more tasks than were named. */
  let shards: Change['shards'] = new Map();
  let tasks = new Set<string>();
  let allTasks = false;
  let generation = 0;

  function takeShard(into: Tables, no: number, rows: string, search: string): void {
    const found = shardRecords(rows, search, intern);
    if (found) into[found.noun].replace(no, found.records as never);
  }

  async function readShards(into: Tables): Promise<void> {
    for (let from = ''; ; ) {
      const range = { from, to: '\uffff', limit: sliceShards };
      const read = await mirror.read(async (tx) => {
        const [rows, search] = await Promise.all([tx.scan('shard', range), tx.scan('search', range)]);
        return rows.map(({ key, value }, at) => ({
          key,
          rows: value as string,
          // Both are written together, under the same keys.
          search: search[at]?.key === key ? (search[at]?.value as string) : '',
        }));
      });
      for (const { key, rows, search } of read) takeShard(into, Number(key), rows, search);
      if (read.length < sliceShards) return;
      from = `${read.at(-1)?.key}\u0000`;
    }
  }

  async function readTasks(into: Tables): Promise<void> {
    let { from, to } = startingWith('task/');
    const seen = new Set<string>();
    for (let more = true; more; ) {
      const begin = from;
      const read = await mirror.read((tx) => tx.scan('row', { from: begin, to, limit: sliceTasks }));
      for (const { value } of read) {
        seen.add((value as Task).id);
        into.task.put(recordOf.task(value as Task, '', intern));
      }
      more = read.length === sliceTasks;
      from = `${read.at(-1)?.key}\u0000`;
    }
    for (const row of into.task.rows) if (row && !seen.has(row.id)) into.task.remove(row.id);
  }

  async function build(): Promise<Tables> {
    for (;;) {
      const mine = generation;
      const made = newTables();
      await readShards(made);
      await readTasks(made);
      if (mine !== generation) continue;
      tables = made;
      return made;
    }
  }

  function takeShards(into: Tables): void {
    const waiting = shards;
    shards = new Map();
    for (const [no, { rows, search }] of waiting) takeShard(into, no, rows, search);
  }
  /** Takes in what the mirror was changed by since; what comes meanwhile waits for the next. */
  async function catchUp(into: Tables): Promise<void> {
    takeShards(into);
    if (allTasks) {
      allTasks = false;
      tasks = new Set();
      await readTasks(into);
    }
    const changed = [...tasks];
    tasks = new Set();
    for (const id of changed) {
      const row = await mirror.get('task', id);
      if (row) into.task.put(recordOf.task(row, '', intern));
      else into.task.remove(id);
    }
  }

  function drop(): void {
    generation++;
    tables = null;
    intern = interning();
    shards = new Map();
    tasks = new Set();
    allTasks = false;
  }

  return {
    tables: async (): Promise<Tables> => {
      building ??= tables
        ? null
        : build().finally(() => {
            building = null;
          });
      const made = tables ?? (await building);
      if (!made) throw new Error('no tables were made');
      await catchUp(made);
      return made;
    },
    changed: (change: Change): void => {
      if (change.emptied) drop();
      if (!tables && !building) return;
      for (const [no, texts] of change.shards) shards.set(no, texts);
      if (tables && shards.size > mostWaiting) takeShards(tables);
      if (!change.nouns.has('task')) return;
      if (change.all) allTasks = true;
      else for (const row of change.rows) if (row.startsWith('task/')) tasks.add(row.slice('task/'.length));
    },
    drop,
    weight: (): { rows: number; bytes: number } => {
      let rows = 0;
      let bytes = 0;
      for (const table of tables ? Object.values(tables) : [])
        for (const row of table.rows) {
          if (!row) continue;
          rows++;
          bytes += bytesOf(row);
        }
      return { rows, bytes };
    },
  };
}

/** About: an object, a slot and a map's entry, and its texts, those that are shared among them. */
const bytesOf = (row: object): number =>
  Object.values(row).reduce(
    (sum, value) => sum + 8 + (typeof value === 'string' ? value.length + 12 : 0),
    120,
  );
