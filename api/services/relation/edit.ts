import type { Input } from '../../../shared/sync/mutation.ts';
import { editPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { relationColumns } from './columns.ts';
import { seenRelation } from './seen.ts';

export const editRelation = ({ id, fields }: Input<'relation.edit'>): Plan =>
  editPlain('relation', relationColumns, id, fields, [seenRelation]);
