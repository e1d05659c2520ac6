import type { Input } from '../../../shared/sync/mutation.ts';
import { mineOf } from '../mine.ts';
import { editPlain, there } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';
import { templateColumns } from './columns.ts';

const { mayChange, mayHide, mineOrShared } = mineOf('template', 'template.unknown');

export function editTemplate({ id, fields, private: hidden }: Input<'template.edit'>): Plan {
  const plan = editPlain('template', templateColumns, id, fields, [
    mineOrShared,
    there('template', 'template.unknown'),
    mayChange,
    ...(hidden ? [mayHide] : []),
  ]);
  if (hidden === undefined) return plan;
  const privateTo = hidden ? ':by' : 'NULL';
  return {
    ...plan,
    effects: [`UPDATE template SET private_to = ${privateTo} WHERE id = :id AND ${FRESH}`, ...plan.effects],
  };
}
