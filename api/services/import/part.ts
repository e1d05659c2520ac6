import { touch } from '../effect.ts';
import { FRESH } from '../plan.ts';

/** The first entry that this run writes into the history: what stands from there on is its own. */
export const START = `(SELECT first_change FROM import_part WHERE import_id = :id AND last_change IS NULL)`;

/** Entries of this run, by the range of their ids and no index: they are the newest. */
export const own = (alias: string): string => `change ${alias} NOT INDEXED`;

export const beginPart = `INSERT INTO import_part (import_id, first_change) SELECT :id, COALESCE((SELECT max(id) FROM change), 0) + 1 WHERE ${FRESH}`;

/** A row that was only now made: what the feed has ever held it holds for ever. */
export const isFresh = (noun: string, id: string): string =>
  `NOT EXISTS (SELECT 1 FROM feed WHERE noun = '${noun}' AND row_id = ${id})`;

/** Every row that has an entry of this run goes to the end of the feed, in the order of their entries; the import too. */
export const touchPart: string[] = [
  `INSERT INTO feed (seq, noun, row_id)
SELECT COALESCE((SELECT max(seq) FROM feed), 0) + row_number() OVER (ORDER BY t.first), t.noun, t.row_id
FROM (SELECT noun, row_id, min(id) AS first FROM ${own('c')} WHERE c.id >= ${START} GROUP BY noun, row_id) t WHERE ${FRESH}
ON CONFLICT (noun, row_id) DO UPDATE SET seq = excluded.seq`,
  touch('import', ':id', FRESH),
];

export const endPart = `UPDATE import_part SET last_change = (SELECT max(id) FROM change) WHERE import_id = :id AND last_change IS NULL AND ${FRESH}`;
/** A part that changed nothing wrote no history; of its undo it stands that there was one. */
export const dropEmptyPart = `DELETE FROM import_part WHERE import_id = :id AND last_change < first_change AND ${FRESH}`;
