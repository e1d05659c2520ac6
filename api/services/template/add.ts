import type { Input } from '../../../shared/sync/mutation.ts';
import { asMine } from '../mine.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { templateColumns } from './columns.ts';

export function addTemplate({ private: hidden, ...input }: Input<'template.add'>): Plan {
  const plan = addPlain('template', templateColumns, input, input.name);
  return hidden ? asMine('template', plan) : plan;
}
