import type { Input } from '../../../shared/sync/mutation.ts';
import { touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { setDone } from './done.ts';

/** Of two who complete one task the second changes nothing, so what follows by its rule is made once. */
export function completeTask({ id, at, next }: Input<'task.complete'>): Plan {
  const plan = setDone(id, at);
  const follows = `${FRESH} AND EXISTS (SELECT 1 FROM task WHERE id = :id AND deleted_at IS NULL AND done_at IS NULL)`;
  const made = [
    `INSERT INTO task (id, created_at, created_by, updated_at, title, due_day, due_at, contact_id, company_id, deal_id, owner_id, zone, note, repeat)
SELECT :nextId, :at, :by, :at, title, :nextDay, :nextAt, contact_id, company_id, deal_id, owner_id, zone, note, repeat FROM task
WHERE id = :id AND ${follows} ON CONFLICT DO NOTHING`,
    `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'task', n.id, 'added', NULL, n.title, :at, :by FROM task n WHERE n.id = :nextId AND ${follows}`,
    touch('task', `(SELECT id FROM task WHERE id = :nextId AND ${follows})`, FRESH),
  ];
  return {
    ...plan,
    already: `(SELECT id FROM task WHERE id = :id AND deleted_at IS NULL AND done_at IS NOT NULL)`,
    effects: [...(next ? made : []), ...plan.effects],
    args: { ...plan.args, ...(next ? { nextId: next.id, nextDay: next.dueDay, nextAt: next.dueAt } : {}) },
  };
}
