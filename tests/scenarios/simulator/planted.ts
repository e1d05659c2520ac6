import type { InStatement } from '@libsql/client';
import type { Db } from '../../../api/db/open.ts';
import type { Entry, Store, Table, WriteTx } from '../../../extension/mirror/store.ts';
import type { OutboxEntry } from '../../../extension/outbox/entry.ts';
import type { SpareArea } from '../../../extension/outbox/spare.ts';
import type { Remote } from '../../../extension/sync/remote.ts';
import type { Time } from '../../../extension/sync/time.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Delta, DeltaRow } from '../../../shared/sync/delta.ts';
import type { Disk } from './disk.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

type At = { name: string; disk: Disk; scheduler: Scheduler; random: Random };
/** Where a fault can be put between two rooms of the product, which itself stays as it is. */
export type Seams = {
  store(store: Store, at: At): Store;
  remote(remote: Remote, at: At): Remote;
  time(time: Time): Time;
  /** Copies beside the database. */
  area(area: SpareArea): SpareArea;
  db(db: Db): Db;
  directory(db: Db): Db;
  workers: 1 | 2;
};
export const sound: Seams = {
  store: (store) => store,
  remote: (remote) => remote,
  time: (time) => time,
  area: (area) => area,
  db: (db) => db,
  directory: (db) => db,
  workers: 1,
};

/** A sync bug that somebody could write, and by which rules it is one. */
export type Planted = {
  name: string;
  rules: string[];
  /** In which kind of run it is looked for; absent: the usual one. */
  storm?: true;
  plant(): Partial<Seams>;
};

// 1. Ways to plant.

/** Every statement of the server through a change of its text. */
function sql(change: (text: string) => string): Pick<Seams, 'db'> {
  const changed = new Map<string, string>();
  const of = (text: string): string => {
    const known = changed.get(text) ?? change(text);
    changed.set(text, known);
    return known;
  };
  const through = (statement: InStatement): InStatement =>
    typeof statement === 'string' ? of(statement) : { ...statement, sql: of(statement.sql) };
  return {
    db: (db) => ({
      ...db,
      execute: (text, args) => db.execute(of(text), args),
      batch: (statements) => db.batch(statements.map(through)),
    }),
  };
}
const replace = (from: string, to: string) => sql((text) => text.replaceAll(from, to));

const puts = (change: (tx: WriteTx) => WriteTx): Pick<Seams, 'store'> => ({
  store: (store) => ({ ...store, write: (work) => store.write((tx) => work(change(tx))) }),
});

type Op = { table: Table; run: (tx: WriteTx) => Promise<void> };
/** One transaction of the client as several, cut where its operations say. */
const staged = (stageOf: (op: Op, index: number, all: Op[]) => number): Pick<Seams, 'store'> => ({
  store: (store) => ({
    ...store,
    write: async (work) => {
      const ops: Op[] = [];
      const note = (table: Table, run: Op['run']) => {
        ops.push({ table, run });
      };
      let answer: unknown;
      const undone = new Error('only looked');
      await store
        .write(async (tx) => {
          answer = await work({
            ...tx,
            put: (table, ...rest) => {
              note(table, (each) => each.put(table, ...rest));
              return tx.put(table, ...rest);
            },
            delete: (table, key) => {
              note(table, (each) => each.delete(table, key));
              return tx.delete(table, key);
            },
            clear: (table) => {
              note(table, (each) => each.clear(table));
              return tx.clear(table);
            },
          });
          throw undone;
        })
        .catch((cause: unknown) => {
          if (cause !== undone) throw cause;
        });
      const stages = ops.map(stageOf);
      for (const stage of [...new Set(stages)].sort())
        await store.write(async (tx) => {
          for (const [i, op] of ops.entries()) if (stages[i] === stage) await op.run(tx);
        });
      return answer as never;
    },
  }),
});

const remote = (change: (remote: Remote, at: At) => Partial<Remote>): Pick<Seams, 'remote'> => ({
  remote: (real, at) => ({ ...real, ...change(real, at) }),
});
const pulled = (change: (delta: Delta, at: At) => Delta): Pick<Seams, 'remote'> =>
  remote((real, at) => ({ pull: async (input) => change(await real.pull(input), at) }));
const rows = (change: (rows: DeltaRow[], at: At) => DeltaRow[]): Pick<Seams, 'remote'> =>
  pulled((delta, at) => ({ ...delta, rows: change(delta.rows, at) }));

const isEntry = (value: unknown): value is OutboxEntry =>
  typeof value === 'object' && value !== null && 'mutation' in value;
/** Entries of the outbox on their way to the disk; null: not stored. */
const entries = (change: (entry: OutboxEntry) => OutboxEntry | null): Pick<Seams, 'store'> =>
  puts((tx) => ({
    ...tx,
    put: async (table, key, value, tags) => {
      const next = table === 'outbox' && isEntry(value) ? change(value) : value;
      return next === null ? tx.delete(table, key) : tx.put(table, key, next, tags);
    },
  }));

/** What a page's transaction sees of the outbox. */
function outboxSeenByPages(change: (found: Entry[]) => Entry[]): Partial<Seams> {
  const pages = new Set<string>();
  return {
    ...remote((real, { name }) => ({
      pull: async (input) => {
        const delta = await real.pull(input);
        pages.add(name);
        return delta;
      },
    })),
    store: (store, { name }) => ({
      ...store,
      write: (work) => {
        const isPage = pages.delete(name);
        return store.write((tx) =>
          work(
            isPage
              ? {
                  ...tx,
                  scan: async (table, range) => {
                    const found = await tx.scan(table, range);
                    return table === 'outbox' && range.from === '0' ? change(found) : found;
                  },
                }
              : tx,
          ),
        );
      },
    }),
  };
}
const stateOf = ({ value }: Entry) => (value as OutboxEntry).state;

// 2. The bugs.

export const planted: Planted[] = [
  {
    name: 'acknowledged before commit',
    rules: ['M3'],
    plant: () => ({
      store: (store) => ({
        ...store,
        write: (work) =>
          new Promise((resolve, reject) => {
            store
              .write(async (tx) => {
                const answer = await work(tx);
                resolve(answer);
                return answer;
              })
              .catch(reject);
          }),
      }),
    }),
  },
  {
    name: 'a mutation stored after its row, in another transaction',
    rules: ['M3'],
    plant: () => staged(({ table }) => (table === 'outbox' || table === 'meta' ? 2 : 1)),
  },
  {
    name: 'cursor saved before its page',
    rules: ['D2'],
    plant: () => staged(({ table }) => (table === 'meta' ? 1 : 2)),
  },
  {
    name: 'half of a transaction stored',
    rules: ['D2', 'M3'],
    plant: () => staged((_, index, all) => (index < all.length / 2 ? 1 : 2)),
  },
  {
    name: 'result not stored',
    rules: ['P3'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO claim')
          ? text.replace('= :number - 1', '>= :number - 1').replace(
              'ON CONFLICT DO NOTHING',
              `ON CONFLICT DO UPDATE SET attempt = excluded.attempt, status = excluded.status,
  code = excluded.code, answer = excluded.answer`,
            )
          : text,
      ),
  },
  {
    name: 'result stored in another transaction',
    rules: ['P3'],
    plant: () => ({
      db: (db) => ({
        ...db,
        batch: async (statements) => {
          const isWrite = statements.some(
            (each) => typeof each !== 'string' && each.sql.startsWith('INSERT INTO claim'),
          );
          if (!isWrite) return db.batch(statements);
          const kept =
            'SELECT * FROM claim WHERE NOT EXISTS (SELECT 1 FROM claim_before b WHERE b.client_id = claim.client_id AND b.number = claim.number)';
          const results = await db.batch([
            'CREATE TABLE IF NOT EXISTS claim_before AS SELECT * FROM claim WHERE 0',
            'CREATE TABLE IF NOT EXISTS claim_after AS SELECT * FROM claim WHERE 0',
            'DELETE FROM claim_before',
            'INSERT INTO claim_before SELECT * FROM claim',
            ...statements,
            'DELETE FROM claim_after',
            `INSERT INTO claim_after ${kept}`,
            'DELETE FROM claim WHERE EXISTS (SELECT 1 FROM claim_after a WHERE a.client_id = claim.client_id AND a.number = claim.number)',
          ]);
          await db.batch(['INSERT OR IGNORE INTO claim SELECT * FROM claim_after']);
          return results.slice(4, 4 + statements.length);
        },
      }),
    }),
  },
  {
    name: 'batch half applied',
    rules: ['P3', 'P2'],
    plant: () => ({
      db: (db) => ({
        ...db,
        batch: async (statements) => {
          const half = Math.ceil(statements.length / 2);
          return [
            ...(await db.batch(statements.slice(0, half))),
            ...(await db.batch(statements.slice(half))),
          ];
        },
      }),
    }),
  },
  {
    name: 'number reused after reinstall',
    rules: ['V2', 'M1'],
    plant: () => {
      const first = new Map<string, unknown>();
      return {
        store: (store, { name }) => ({
          ...store,
          write: (work) =>
            store.write((tx) =>
              work({
                ...tx,
                put: (table, key, value, tags) => {
                  if (table !== 'meta' || key !== 'client') return tx.put(table, key, value, tags);
                  if (!first.has(name)) first.set(name, value);
                  return tx.put(table, key, first.get(name), tags);
                },
              }),
            ),
        }),
      };
    },
  },
  { name: 'two workers draining one outbox', rules: ['S5', 'P1'], plant: () => ({ workers: 2 }) },
  {
    name: 'cursor off by one at a page’s edge',
    rules: ['D1'],
    plant: () => pulled((delta) => (delta.more ? { ...delta, cursor: delta.cursor + 1 } : delta)),
  },
  {
    name: 'the last row of a page forgotten',
    rules: ['D1'],
    plant: () =>
      pulled((delta) =>
        delta.more && delta.rows.length > 1 ? { ...delta, rows: delta.rows.slice(0, -1) } : delta,
      ),
  },
  {
    name: 'a page taken for the last one',
    rules: ['D1'],
    plant: () => pulled((delta) => ({ ...delta, more: false })),
  },
  {
    name: 'tombstone forgotten',
    rules: ['D4'],
    plant: () => rows((all) => all.filter(({ row }) => row.deletedAt === null)),
  },
  {
    name: 'tombstone older than its row',
    rules: ['D4', 'D3'],
    plant: () => {
      const seen = new Map<string, DeltaRow>();
      return rows((all, { name }) => {
        const late: DeltaRow[] = [];
        for (const each of all) {
          const key = `${name}/${each.noun}/${each.row.id}`;
          const before = seen.get(key);
          if (each.row.deletedAt === null) seen.set(key, each);
          else if (before) late.push(before);
        }
        return [...all, ...late];
      });
    },
  },
  {
    name: 'private row not withdrawn',
    rules: ['D8', 'V6'],
    plant: () => rows((all) => all.filter(({ row }) => !(row.deletedAt !== null && row.createdBy === null))),
  },
  {
    name: 'making private leaves the row where it stands in the order',
    rules: ['D8'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO feed') &&
        text.includes("'contact'") &&
        text.includes('merged_into') &&
        text.includes('row_number')
          ? text.replace('WHERE ', 'WHERE 0 AND ')
          : text,
      ),
  },
  {
    name: 'a private entry is given whole to everybody',
    rules: ['A1', 'V7', 'D8'],
    plant: () =>
      sql((text) => text.replaceAll('r.private_to IS NULL OR r.private_to = :me OR', 'r.id IS NOT NULL OR')),
  },
  {
    name: 'a private contact is given whole to everybody',
    rules: ['A1', 'V6', 'D8'],
    plant: () => sql((text) => text.replaceAll('(r.private_to IS NULL OR r.private_to = :me)', '(1)')),
  },
  {
    name: 'a merge leaves tasks with the gone one',
    rules: ['J1'],
    plant: () =>
      sql((text) =>
        text.startsWith('UPDATE task SET contact_id = (SELECT kept_id') ? `${text} AND 0` : text,
      ),
  },
  {
    name: 'what a merge moved stays where it stands in the order',
    rules: ['D8', 'J1'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO feed') && text.includes('merge_part')
          ? text.replace('WHERE ', 'WHERE 0 AND ')
          : text,
      ),
  },
  {
    name: 'a split leaves the gone one another name of the kept one',
    rules: ['J5'],
    plant: () => sql((text) => text.replace('SET merged_into = NULL, deleted_at = NULL,', 'SET')),
  },
  {
    name: 'a gone one keeps its keys',
    rules: ['J1'],
    plant: () =>
      replace(
        'UPDATE contact_key SET held = 0 WHERE contact_id = (SELECT gone_id',
        'UPDATE contact_key SET held = held WHERE contact_id = (SELECT gone_id',
      ),
  },
  {
    name: 'waiting mutation not re-applied',
    rules: ['D3', 'M4'],
    plant: () => outboxSeenByPages((found) => found.filter((each) => stateOf(each) !== 'waiting')),
  },
  {
    name: 'sent again under another number when no answer came',
    rules: ['P8', 'M1'],
    plant: () =>
      remote((real) => {
        return {
          push: async (input) => {
            try {
              return await real.push(input);
            } catch (cause) {
              if (cause instanceof CodedError && cause.code === 'server.unreachable') shift(real, input);
              throw cause;
            }
          },
        };
        function shift(to: Remote, input: Parameters<Remote['push']>[0]) {
          const last = input.mutations.at(-1)?.number ?? 0;
          const again = input.mutations.map((each, i) => ({ ...each, number: last + 1 + i }));
          to.push({ ...input, mutations: again }).catch(() => undefined);
        }
      }),
  },
  {
    name: 're-applied twice: an effect for every attempt',
    rules: ['P3'],
    plant: () => sql((text) => text.replaceAll('AND attempt = :attempt AND', 'AND')),
  },
  {
    name: 'parked mutation blocking',
    rules: ['P5'],
    plant: () =>
      remote((real) => ({
        push: async (input) => {
          const answer = await real.push(input);
          const stop = answer.results.findIndex(({ status }) => status === 'refused');
          if (stop === 0) throw new CodedError('server.unexpected', 'refused');
          return stop < 0 ? answer : { ...answer, results: answer.results.slice(0, stop) };
        },
      })),
  },
  {
    name: 'a refused mutation is dropped with its text',
    rules: ['P5'],
    plant: () => entries((entry) => (entry.state === 'parked' ? null : entry)),
  },
  {
    name: 'a refusal taken for a success',
    rules: ['P4', 'P5'],
    plant: () =>
      remote((real) => ({
        push: async (input) => {
          const answer = await real.push(input);
          const results = answer.results.map(
            ({ number }) => ({ number, status: 'applied', answer: null }) as const,
          );
          return { ...answer, results };
        },
      })),
  },
  {
    name: 'no answer taken for a success',
    rules: ['P8'],
    plant: () =>
      remote((real) => ({
        push: async (input) =>
          real.push(input).catch((cause: unknown) => {
            if (!(cause instanceof CodedError) || cause.code !== 'server.unreachable') throw cause;
            const results = input.mutations.map(
              ({ number }) => ({ number, status: 'applied', answer: null }) as const,
            );
            return { results, cursor: 0 };
          }),
      })),
  },
  {
    name: 'results taken for their neighbours',
    rules: ['P4'],
    plant: () =>
      remote((real) => ({
        push: async (input) => {
          const answer = await real.push(input);
          const statuses = answer.results.map((each) => each.number);
          const results = answer.results.map((each, i) => ({
            ...each,
            number: statuses[(i + 1) % statuses.length] ?? 0,
          }));
          return { ...answer, results };
        },
      })),
  },
  {
    name: 'confirmed before the answer came',
    rules: ['P7'],
    plant: () =>
      remote((real) => ({
        push: (input) =>
          real.push({ ...input, confirmed: input.mutations.at(-1)?.number ?? input.confirmed }),
      })),
  },
  {
    name: 'a confirmed mutation leaves before its row has come',
    rules: ['D5'],
    plant: () => entries((entry) => (entry.state === 'confirmed' ? null : entry)),
  },
  {
    name: 'the server’s row is not kept under a waiting edit',
    rules: ['V4', 'P5'],
    plant: () =>
      puts((tx) => ({
        ...tx,
        put: async (table, ...rest) => (table === 'base' ? undefined : tx.put(table, ...rest)),
      })),
  },
  {
    name: 'undo of an undone thing',
    rules: ['U3', 'U5'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO claim') && text.includes("'interaction.unknown'")
          ? text.replace(
              /\(SELECT id FROM interaction WHERE id = (?:(?!AS answer).)* AND deleted_at IS NOT NULL\)/s,
              'NULL',
            )
          : text,
      ),
  },
  {
    name: 'undo leaves the entry where it stands in the order',
    rules: ['U3', 'D4'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO feed') && text.includes("'interaction'") && text.includes('row_number')
          ? text.replace(' t WHERE ', ' t WHERE 0 AND ')
          : text,
      ),
  },
  {
    name: 'undo keeps the keys of the mail',
    rules: ['U3', 'U4'],
    plant: () =>
      sql((text) =>
        text.startsWith('UPDATE fingerprint SET held = 0') ? text.replace('WHERE ', 'WHERE 0 AND ') : text,
      ),
  },
  {
    name: 'merge while edits wait: the edit stays with the alias',
    rules: ['M5', 'P12'],
    plant: () => replace('COALESCE(a.merged_into, a.id)', 'a.id'),
  },
  {
    name: 'clock used for order on the server',
    rules: ['M7', 'P12'],
    plant: () =>
      sql((text) =>
        /^UPDATE (contact|company|task|deal) SET updated_at = :at,/.test(text)
          ? `${text} AND updated_at <= :at`
          : text,
      ),
  },
  {
    name: 'clock used for order on the client',
    rules: ['M7', 'D3'],
    plant: () => {
      const newest = new Map<string, number>();
      return rows((all, { name }) =>
        all.filter(({ noun, row }) => {
          const key = `${name}/${noun}/${row.id}`;
          if ((newest.get(key) ?? 0) > row.updatedAt) return false;
          newest.set(key, row.updatedAt);
          return true;
        }),
      );
    },
  },
  {
    name: 'an own field overwrites the others',
    rules: ['P12'],
    plant: () => replace('own = json_patch(own, :own)', 'own = :own'),
  },
  {
    name: 'the loser of a conflict is in no history',
    rules: ['P12'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO change') && text.includes('json_each(:fields)')
          ? `${text} AND f.key NOT IN ('name', 'title')`
          : text,
      ),
  },
  {
    name: 'the same mail is two entries',
    rules: ['U1'],
    plant: () =>
      sql((text) =>
        text.startsWith('INSERT INTO claim')
          ? text.replace(/f\.held = 1 AND f\.key IN/g, 'f.held = 7 AND f.key IN')
          : text,
      ),
  },
  {
    name: 'a promise that two take offline is two tasks',
    rules: ['Z6'],
    plant: () => replace('p.promise_key IN (', 'p.promise_key IS NULL AND p.promise_key IN ('),
  },
  {
    name: 'what was written with a second task of a promise is lost',
    rules: ['P4'],
    plant: () =>
      sql((text) =>
        text.includes(':lines') ? text.replaceAll('json_each(:lines)', "json_each('[]')") : text,
      ),
  },
  {
    name: 'epoch ignored after a restore',
    rules: ['C2', 'C4'],
    plant: () => {
      const first = new Map<string, string>();
      return {
        remote: (real, { name }) => ({
          ...real,
          push: ({ epoch: _, ...input }) => real.push(input),
          pull: async (input) => {
            const delta = await real.pull({ ...input, epoch: null });
            first.set(name, first.get(name) ?? delta.epoch);
            return { ...delta, epoch: first.get(name) ?? delta.epoch };
          },
        }),
      };
    },
  },
  {
    name: 'what a restored server lacks is not sent again',
    rules: ['C3'],
    plant: () => pulled((delta) => (delta.known === undefined ? delta : { ...delta, known: 1_000_000 })),
  },
  {
    name: 'live event taken for data',
    rules: ['L1'],
    plant: () =>
      remote((real, { disk }) => ({
        live: (on) =>
          real.live({
            ...on,
            news: (cursor) => {
              const kept = disk.shelves.meta.kept.get('place');
              const place = kept?.value as { cursor: number; filled: boolean } | undefined;
              if (kept && place?.filled)
                disk.shelves.meta.kept.set('place', {
                  ...kept,
                  value: { ...place, cursor: Math.max(cursor, place.cursor) },
                });
              on.news(cursor);
            },
          }),
      })),
  },
  {
    name: 'a lost database forgets its copies',
    rules: ['S1', 'S2'],
    plant: () => ({ area: (area) => ({ ...area, set: async () => undefined }) }),
  },
  {
    name: 'the old token is worth nothing before the next one was used',
    rules: ['K1'],
    plant: () => ({
      directory: (db) => ({
        ...db,
        batch: (statements) => {
          const made = statements.find((each) => typeof each !== 'string' && each.sql.includes("'next', ?"));
          const id = typeof made === 'object' && Array.isArray(made.args) ? String(made.args[2]) : null;
          const spent = `UPDATE device_token SET state = 'spent', spent_at = 0 WHERE device_id = ? AND state = 'current'`;
          return db.batch(id ? [...statements, { sql: spent, args: [id] }] : statements);
        },
      }),
    }),
  },
  {
    name: 'retry without jitter storming',
    rules: ['P9'],
    storm: true,
    plant: () => ({ time: (time) => ({ ...time, random: () => 0.5 }) }),
  },
];
