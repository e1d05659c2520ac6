import { limits } from '../../../shared/domain/limits.ts';
import { historyOfField, mayUse, touch } from '../effect.ts';
import { ALREADY, ANSWER } from '../plan.ts';

/** A promise's key at the minute beside its own: two mailboxes may stand on either side of a full one. [Z1] */
const beside = (key: string, minutes: '+ 1' | '- 1'): string =>
  `'pr:' || (CAST(substr(${key}, 4) AS INTEGER) ${minutes}) || substr(${key}, 3 + instr(substr(${key}, 4), ':'))`;

/**
 * The task that has a promise already, whoever took it; the first of several. One about a contact that is somebody
 * else's own stands for nobody else's. [Z6] [A3]
 */
export const samePromise = (
  key: string,
): string => `(SELECT p.id FROM task p LEFT JOIN contact o ON o.id = p.contact_id
  WHERE p.promise_key IN (${key}, ${beside(key, '+ 1')}, ${beside(key, '- 1')}) AND p.deleted_at IS NULL AND p.id <> :id
  AND (o.id IS NULL OR ${mayUse('o')}) ORDER BY p.created_at, p.id LIMIT 1)`;

/** A task by an argument, or the one that its promise was by then. Null where neither is there. [Z7] */
export const liveTask = (
  id: string,
): string => `COALESCE((SELECT id FROM task WHERE id = ${id} AND deleted_at IS NULL),
  (SELECT s.id FROM change a JOIN task s ON s.id = a.after WHERE a.noun = 'task' AND a.row_id = ${id} AND a.field = 'sameAs' AND s.deleted_at IS NULL
    ORDER BY a.id DESC LIMIT 1))`;

/** Answered with another task than was named. */
const isOther = `${ALREADY} AND ${ANSWER} <> :id`;

/** From now on the named task means the one that is there. */
export const rememberSame = `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'task', :id, 'sameAs', NULL, ${ANSWER}, :at, :by WHERE ${isOther}`;

// What of the second's words (`:lines`) the first does not say.
const news = `(SELECT group_concat(j.value, char(10)) FROM json_each(:lines) j
  WHERE j.value <> r.title AND instr(char(10) || COALESCE(r.note, '') || char(10), char(10) || j.value || char(10)) = 0)`;
const fits = `length(COALESCE(r.note, '')) + length(${news}) < ${limits.note}`;
const note = `CASE WHEN ${news} IS NOT NULL AND ${fits} THEN COALESCE(r.note || char(10), '') || ${news} ELSE r.note END`;
const tooLong = `CASE WHEN ${news} IS NOT NULL AND NOT (${fits}) THEN ${news} ELSE r.note END`;

/** What was said with the second stands in the first one's note; where both are too long, in its history. [Z6] */
export const tellFirst: string[] = [
  rememberSame,
  historyOfField('task', ANSWER, 'note', 'r.note', tooLong, isOther, 'proposed'),
  historyOfField('task', ANSWER, 'note', 'r.note', note, isOther),
  historyOfField('task', ANSWER, 'dealId', 'r.deal_id', 'COALESCE(r.deal_id, :dealId)', isOther),
  `UPDATE task AS r SET note = ${note}, deal_id = COALESCE(deal_id, :dealId), updated_at = :at WHERE r.id = ${ANSWER} AND ${isOther}`,
  touch('task', ANSWER, isOther),
];

/** The lines of a task that somebody may have typed. */
export const linesOf = (title: string, text: string | null | undefined): string =>
  JSON.stringify([...new Set([title, ...(text ?? '').split('\n')])].filter((line) => line.trim() !== ''));
