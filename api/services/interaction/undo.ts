import type { Input } from '../../../shared/sync/mutation.ts';
import { mayUse, touchAll } from '../effect.ts';
import { dropBytes, filesOf } from '../file/drop.ts';
import { FRESH, type Plan } from '../plan.ts';
import { group, root } from './group.ts';

const ofGroup = `(SELECT id FROM file WHERE interaction_id IN ${group})`;

/**
 * Takes a log back: a tombstone, its keys free for a new log. A late retry of the first log finds its claim answered
 * and changes nothing.
 */
export function undoInteraction({ id }: Input<'interaction.undo'>): Plan {
  return {
    refuse: [
      `CASE WHEN NOT EXISTS (SELECT 1 FROM interaction r WHERE r.id = ${root} AND ${mayUse('r')}) THEN 'interaction.unknown' END`,
    ],
    already: `(SELECT id FROM interaction WHERE id = ${root} AND deleted_at IS NOT NULL)`,
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'interaction', id, 'removed', NULL, COALESCE(subject, kind), :at, :by FROM interaction WHERE id IN ${group} AND ${FRESH}`,
      `UPDATE fingerprint SET held = 0 WHERE held = 1 AND interaction_id IN ${group} AND ${FRESH}`,
      `UPDATE interaction SET deleted_at = :at, updated_at = :at WHERE id IN ${group} AND ${FRESH}`,
      `DELETE FROM search_text WHERE rowid IN (SELECT doc FROM search_doc WHERE noun = 'interaction' AND row_id IN ${group}) AND ${FRESH}`,
      touchAll('interaction', group, FRESH),
      // Its files go with it. [H8]
      touchAll('file', filesOf(group), FRESH),
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'file', id, 'removed', NULL, name, :at, :by FROM file WHERE id IN ${filesOf(group)} AND ${FRESH}`,
      `UPDATE file SET deleted_at = :at, updated_at = :at WHERE id IN ${filesOf(group)} AND ${FRESH}`,
      dropBytes(ofGroup),
    ],
    args: { id },
  };
}
