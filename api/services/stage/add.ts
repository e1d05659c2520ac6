import type { Input } from '../../../shared/sync/mutation.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { newStageColumns } from './columns.ts';

export const addStage = (input: Input<'stage.add'>): Plan =>
  addPlain('stage', newStageColumns, input, input.name, {
    refuse: [
      `CASE WHEN NOT EXISTS (SELECT 1 FROM pipeline WHERE id = :pipelineId AND deleted_at IS NULL) THEN 'pipeline.unknown' END`,
    ],
  });
