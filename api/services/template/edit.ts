import type { Input } from '../../../shared/sync/mutation.ts';
import { editMine } from '../mine.ts';
import type { Plan } from '../plan.ts';
import { templateColumns } from './columns.ts';

export const editTemplate = (input: Input<'template.edit'>): Plan =>
  editMine('template', templateColumns, 'template.unknown', input);
