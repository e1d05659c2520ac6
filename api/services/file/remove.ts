import type { Input } from '../../../shared/sync/mutation.ts';
import { seesFile } from '../../db/workspace/row.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';

const seen = `CASE WHEN NOT EXISTS (SELECT 1 FROM file r WHERE r.id = :id AND ${seesFile('r').replaceAll(':me', ':by')}) THEN 'file.unknown' END`;

export const removeFile = ({ id }: Input<'file.remove'>): Plan => removePlain('file', id, 'name', [seen]);
