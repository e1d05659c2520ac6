import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain, was } from '../plain.ts';
import type { Plan } from '../plan.ts';

/** An empty one that is not the last. */
export const removePipeline = ({ id }: Input<'pipeline.remove'>): Plan =>
  removePlain('pipeline', id, 'name', [
    was('pipeline', 'pipeline.unknown'),
    `CASE WHEN EXISTS (SELECT 1 FROM stage WHERE pipeline_id = :id AND deleted_at IS NULL) THEN 'pipeline.in_use' END`,
    `CASE WHEN NOT EXISTS (SELECT 1 FROM pipeline WHERE id <> :id AND deleted_at IS NULL) THEN 'pipeline.last' END`,
  ]);
