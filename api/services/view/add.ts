import type { Input } from '../../../shared/sync/mutation.ts';
import { asMine } from '../mine.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { newViewColumns } from './columns.ts';

export function addView({ private: hidden, ...input }: Input<'view.add'>): Plan {
  const plan = addPlain('view', newViewColumns, input, input.name);
  return hidden ? asMine('view', plan) : plan;
}
