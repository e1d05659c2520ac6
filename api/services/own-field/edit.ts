import type { Input } from '../../../shared/sync/mutation.ts';
import { editPlain, there } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { ownFieldColumns } from './columns.ts';

export const editOwnField = ({ id, fields }: Input<'ownField.edit'>): Plan =>
  editPlain('ownField', ownFieldColumns, id, fields, [there('ownField', 'field.unknown')]);
