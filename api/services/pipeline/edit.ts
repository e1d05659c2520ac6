import type { Input } from '../../../shared/sync/mutation.ts';
import { editPlain, there } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { pipelineColumns } from './columns.ts';

export const editPipeline = ({ id, fields }: Input<'pipeline.edit'>): Plan =>
  editPlain('pipeline', pipelineColumns, id, fields, [there('pipeline', 'pipeline.unknown')]);
