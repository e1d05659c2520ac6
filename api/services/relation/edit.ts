import type { Input } from '../../../shared/sync/mutation.ts';
import { editPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { relationColumns } from './columns.ts';
import { usable } from './ends.ts';

/** One that would become a second of its kind stays as it is. */
export const editRelation = ({ id, fields }: Input<'relation.edit'>): Plan => {
  const plan = editPlain('relation', relationColumns, id, fields, [usable(true)]);
  if (fields.kind === undefined) return plan;
  return {
    ...plan,
    already: `(SELECT o.id FROM relation r JOIN relation o ON o.from_id = r.from_id AND o.to_id = r.to_id
  WHERE r.id = :id AND o.id <> r.id AND o.kind = :newKind AND o.deleted_at IS NULL LIMIT 1)`,
    args: { ...plan.args, newKind: fields.kind },
  };
};
