import type { Input } from '../../../shared/sync/mutation.ts';
import { editPlain, there } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { stageColumns } from './columns.ts';

export const editStage = ({ id, fields }: Input<'stage.edit'>): Plan =>
  editPlain('stage', stageColumns, id, fields, [there('stage', 'stage.unknown')]);
