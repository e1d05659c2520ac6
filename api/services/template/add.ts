import type { Input } from '../../../shared/sync/mutation.ts';
import { addPlain } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';
import { templateColumns } from './columns.ts';

export function addTemplate({ private: hidden, ...input }: Input<'template.add'>): Plan {
  const plan = addPlain('template', templateColumns, input, input.name);
  if (!hidden) return plan;
  const [insert = '', ...rest] = plan.effects;
  return {
    ...plan,
    effects: [insert, `UPDATE template SET private_to = :by WHERE id = :id AND ${FRESH}`, ...rest],
  };
}
