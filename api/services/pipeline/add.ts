import type { Input } from '../../../shared/sync/mutation.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { pipelineColumns } from './columns.ts';

export const addPipeline = (input: Input<'pipeline.add'>): Plan =>
  addPlain('pipeline', pipelineColumns, input, input.name);
