import type { Input } from '../../../shared/sync/mutation.ts';
import { addPlain } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';
import { newViewColumns } from './columns.ts';

export function addView({ private: hidden, ...input }: Input<'view.add'>): Plan {
  const plan = addPlain('view', newViewColumns, input, input.name);
  if (!hidden) return plan;
  const [insert = '', ...rest] = plan.effects;
  return {
    ...plan,
    effects: [insert, `UPDATE view SET private_to = :by WHERE id = :id AND ${FRESH}`, ...rest],
  };
}
