import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { setDone } from './done.ts';
import { liveTask } from './same-promise.ts';

/**
 * Of two who complete one task the second changes nothing, so what follows by its rule is made once. The rule goes on
 * with the task that follows: the done one may be opened again without another series.
 */
export function completeTask({ id, at, next, via }: Input<'task.complete'>): Plan {
  const plan = setDone(id, at, via);
  const task = liveTask(':id');
  const already = `(SELECT id FROM task WHERE id = ${task} AND done_at IS NOT NULL)`;
  if (!next) return { ...plan, already };
  const from = `SELECT 1 FROM task WHERE id = ${task} AND done_at IS NULL AND repeat IS NOT NULL`;
  const follows = `${FRESH} AND EXISTS (${from})`;
  return {
    refuse: [
      ...plan.refuse,
      `CASE WHEN EXISTS (SELECT 1 FROM task WHERE id = :nextId) THEN 'input.invalid' END`,
    ],
    already,
    effects: [
      `INSERT INTO task (id, created_at, created_by, updated_at, title, due_day, due_at, contact_id, company_id, deal_id, owner_id, zone, note, repeat)
SELECT :nextId, :at, :by, :at, title, :nextDay, :nextAt, contact_id, company_id, deal_id, owner_id, zone, note, repeat FROM task
WHERE id = ${task} AND ${follows}`,
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'task', n.id, f.value, NULL, CASE f.value WHEN 'added' THEN n.title WHEN 'dueDay' THEN n.due_day WHEN 'dueAt' THEN n.due_at ELSE n.owner_id END, :at, :by
FROM task n, json_each('["added","dueDay","dueAt","ownerId"]') f
WHERE n.id = :nextId AND (f.value <> 'dueDay' OR n.due_day IS NOT NULL) AND (f.value <> 'dueAt' OR n.due_at IS NOT NULL) AND ${follows}`,
      touch('task', `(SELECT id FROM task WHERE id = :nextId AND ${follows})`, FRESH),
      historyOfField('task', task, 'repeat', 'r.repeat', 'NULL', follows),
      `UPDATE task SET repeat = NULL WHERE id = ${task} AND ${follows}`,
      ...plan.effects,
    ],
    args: { ...plan.args, nextId: next.id, nextDay: next.dueDay, nextAt: next.dueAt },
  };
}
