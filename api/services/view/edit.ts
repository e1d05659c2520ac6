import type { Input } from '../../../shared/sync/mutation.ts';
import { editMine } from '../mine.ts';
import type { Plan } from '../plan.ts';
import { viewColumns } from './columns.ts';

export const editView = (input: Input<'view.edit'>): Plan =>
  editMine('view', viewColumns, 'view.unknown', input);
