import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Id } from '../../../shared/kit/id.ts';
import type { LoadClient } from './client.ts';

type Row = Record<string, string | number | null>;
export type Copy = { ask(sql: string): Row[]; run(sql: string): void; close(): void };

/** The database as a killed process left it, copied with its log: the served file itself is the server's alone. */
export function copyOf(data: string, name: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-killed-'));
  for (const ending of ['', '-wal'])
    if (existsSync(join(data, name + ending)))
      cpSync(join(data, name + ending), join(folder, `copy.db${ending}`));
  const db = new Database(join(folder, 'copy.db'));
  return {
    ask: (sql) => db.prepare(sql).all() as Row[],
    run: (sql) => void db.exec(sql),
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const databasesIn = (data: string): string[] => [
  'directory.db',
  ...readdirSync(join(data, 'workspaces'))
    .filter((name) => name.endsWith('.db'))
    .map((name) => join('workspaces', name)),
];

/** What a kill must leave as it is in any database. */
export function soundness(copy: Copy): string[] {
  const said = copy.ask('PRAGMA integrity_check').map((row) => String(Object.values(row)[0]));
  const strays = copy.ask('PRAGMA foreign_key_check').map((row) => `a stray ${JSON.stringify(row)}`);
  return [...said.filter((line) => line !== 'ok'), ...strays];
}

const ids = (copy: Copy, sql: string): Map<Id, number> => {
  const seen = new Map<Id, number>();
  for (const { id } of copy.ask(sql)) seen.set(String(id), (seen.get(String(id)) ?? 0) + 1);
  return seen;
};

const tables = { contact: 'contact', interaction: 'interaction', task: 'task' } as const;

/** What of the acknowledged is not there: by row for what adds, whatever came later. */
export function missing(copy: Copy, clients: readonly LoadClient[]): string[] {
  const found = Object.values(tables).flatMap((table) => [...ids(copy, `SELECT id FROM ${table}`).keys()]);
  const there = new Set(found);
  return clients.flatMap((client) =>
    [...client.told.values()].flatMap((result) => {
      const mutation = client.intended.get(result.number);
      if (!mutation || result.status !== 'applied' || !there.size) return [];
      return there.has(mutation.input.id)
        ? []
        : [`${client.id}/${result.number} ${mutation.verb} is missing`];
    }),
  );
}

/** Everything against everything, when all was answered: each intent, its row, its claim, its history and its place in the feed. */
export function audit(copy: Copy, clients: readonly LoadClient[]): string[] {
  const wrong: string[] = [];
  const say = (is: boolean, what: () => string) => {
    if (!is && wrong.length < 50) wrong.push(what());
  };
  const rows = {
    contact: new Map(copy.ask('SELECT id, title, deleted_at FROM contact').map((row) => [row.id, row])),
    interaction: new Map(
      copy.ask('SELECT id, body, deleted_at FROM interaction').map((row) => [row.id, row]),
    ),
    task: new Map(copy.ask('SELECT id, done_at, deleted_at FROM task').map((row) => [row.id, row])),
  };
  const bodies = ids(copy, 'SELECT body AS id FROM interaction');
  const added = ids(copy, `SELECT noun || '/' || row_id AS id FROM change WHERE field = 'added'`);
  const removed = ids(copy, `SELECT noun || '/' || row_id AS id FROM change WHERE field = 'removed'`);
  const feed = ids(copy, `SELECT noun || '/' || row_id AS id FROM feed`);
  const claims = new Map(
    copy
      .ask('SELECT client_id, number, status, answer FROM claim')
      .map((row) => [`${row.client_id}/${row.number}`, row]),
  );
  const titles = new Map<string, string[]>();
  for (const { row_id, before, after } of copy.ask(
    `SELECT row_id, before, after FROM change WHERE noun = 'contact' AND field = 'title' AND before IS NOT NULL ORDER BY id`,
  ))
    titles.set(String(row_id), [...(titles.get(String(row_id)) ?? []), `${before}>${after}`]);
  const expected = { contact: new Set<Id>(), interaction: new Set<Id>(), task: new Set<Id>() };

  for (const client of clients) {
    const edits = new Map<Id, number>();
    for (const [number, mutation] of client.intended) {
      const name = `${client.id}/${number} ${mutation.verb}`;
      const result = client.told.get(number);
      const claim = claims.get(`${client.id}/${number}`);
      if (!result) {
        say(false, () => `${name} was never answered`);
        continue;
      }
      say(result.status !== 'refused', () => `${name} was refused`);
      if (client.keepsClaims)
        say(claim?.status === result.status, () => `${name}: told ${result.status}, kept ${claim?.status}`);
      const { id } = mutation.input;
      if (mutation.verb === 'contact.edit') edits.set(id, (edits.get(id) ?? 0) + 1);
      else if (mutation.verb === 'interaction.undo') {
        say(rows.interaction.get(id)?.deleted_at != null, () => `${name}: the entry lives`);
        say(
          removed.get(`interaction/${id}`) === 1,
          () => `${name}: removed ${removed.get(`interaction/${id}`) ?? 0} times`,
        );
      } else if (mutation.verb === 'task.complete')
        say(rows.task.get(id)?.done_at != null, () => `${name}: the task is open`);
      else if (result.status === 'applied') {
        const noun = mutation.verb.slice(0, mutation.verb.indexOf('.')) as keyof typeof expected;
        expected[noun].add(id);
        say(rows[noun].has(id), () => `${name} is missing`);
        say(
          added.get(`${noun}/${id}`) === 1,
          () => `${name}: added ${added.get(`${noun}/${id}`) ?? 0} times`,
        );
        say(
          feed.get(`${noun}/${id}`) === 1,
          () => `${name}: in the feed ${feed.get(`${noun}/${id}`) ?? 0} times`,
        );
        if (mutation.verb === 'interaction.log')
          say(
            bodies.get(mutation.input.body ?? '') === 1,
            () => `${name}: ${bodies.get(mutation.input.body ?? '')} entries`,
          );
      } else if (result.status === 'already')
        say(rows.interaction.has(result.answer.id), () => `${name} points to an entry that is not there`);
    }
    for (const [id, times] of edits) {
      const chain = Array.from({ length: times }, (_, at) => `${at}>${at + 1}`);
      say(
        titles.get(id)?.join() === chain.join(),
        () => `contact ${id}: edits ${titles.get(id)} instead of ${chain}`,
      );
      say(
        rows.contact.get(id)?.title === String(times),
        () => `contact ${id} ends at ${rows.contact.get(id)?.title}`,
      );
    }
  }
  for (const noun of ['contact', 'interaction', 'task'] as const)
    for (const id of rows[noun].keys())
      say(expected[noun].has(String(id)), () => `${noun} ${id} is there, and nobody was told so`);
  for (const { key, many } of copy.ask(
    `SELECT f.key AS key, count(*) AS many FROM fingerprint f JOIN interaction i ON i.id = f.interaction_id WHERE i.deleted_at IS NULL GROUP BY f.key HAVING many > 1`,
  ))
    say(false, () => `${key} stands in ${many} living entries`);
  return wrong;
}
