import type { Input } from '../../../shared/sync/mutation.ts';
import { mineOf } from '../mine.ts';
import { editPlain, there } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';
import { viewColumns } from './columns.ts';

const { mayChange, mayHide, mineOrShared } = mineOf('view', 'view.unknown');

export function editView({ id, fields, private: hidden }: Input<'view.edit'>): Plan {
  const plan = editPlain('view', viewColumns, id, fields, [
    mineOrShared,
    there('view', 'view.unknown'),
    mayChange,
    ...(hidden ? [mayHide] : []),
  ]);
  if (hidden === undefined) return plan;
  const privateTo = hidden ? ':by' : 'NULL';
  return {
    ...plan,
    effects: [`UPDATE view SET private_to = ${privateTo} WHERE id = :id AND ${FRESH}`, ...plan.effects],
  };
}
