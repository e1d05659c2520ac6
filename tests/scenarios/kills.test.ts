import { expect, test } from 'vitest';
import { killServers } from './kills/server.ts';

test('[P3] [P8] a server killed fifty times under load loses nothing that it acknowledged and doubles nothing', async () => {
  const { kills, acknowledged, violations } = await killServers({ kills: 50, seed: 1 });
  expect(violations).toEqual([]);
  expect(kills).toBe(50);
  expect(acknowledged).toBeGreaterThan(2_500);
}, 180_000);

/** What a faulty server could leave behind, and what the comparison must say of it. */
const spoils: { says: string; sql: string; found: RegExp }[] = [
  {
    says: 'an acknowledged row that is missing',
    sql: `DELETE FROM task WHERE id = (SELECT min(id) FROM task)`,
    found: /task\.add is missing/,
  },
  {
    says: 'a note that stands twice',
    sql: `UPDATE interaction SET body = (SELECT min(body) FROM interaction WHERE kind = 'note') WHERE id = (SELECT max(id) FROM interaction WHERE kind = 'note')`,
    found: /2 entries/,
  },
  {
    says: 'a row that was added twice',
    sql: `INSERT INTO change (noun, row_id, field, at) SELECT noun, row_id, field, at FROM change WHERE field = 'added' AND noun = 'contact' LIMIT 1`,
    found: /added 2 times/,
  },
  {
    says: 'an edit that ran twice',
    sql: `INSERT INTO change (noun, row_id, field, before, after, at) SELECT noun, row_id, field, before, after, at FROM change WHERE field = 'title' AND before = '0' LIMIT 1`,
    found: /edits 0>1/,
  },
  {
    says: 'an undo that was forgotten',
    sql: `UPDATE interaction SET deleted_at = NULL`,
    found: /the entry lives/,
  },
  {
    says: 'a row that no pull gives',
    sql: `DELETE FROM feed WHERE seq = (SELECT min(seq) FROM feed WHERE noun = 'task')`,
    found: /in the feed 0 times/,
  },
  {
    says: 'a result that was not kept',
    sql: `DELETE FROM claim WHERE number = 1`,
    found: /told applied, kept undefined/,
  },
];

test('the comparison after kills finds what it is there for', async () => {
  await killServers({
    kills: 3,
    seed: 2,
    spoil: (compare) => {
      for (const { says, sql, found } of spoils)
        expect(compare((copy) => copy.run(sql)).join('\n'), says).toMatch(found);
    },
  });
}, 60_000);
