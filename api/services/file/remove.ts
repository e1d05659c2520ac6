import type { Input } from '../../../shared/sync/mutation.ts';
import { seesFile } from '../../db/workspace/row.ts';
import { mayUse } from '../effect.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { dropBytes } from './drop.ts';

/** Whoever may change the entry may remove its files; members let into a private one may not. [A6] */
const seen = `CASE WHEN NOT EXISTS (SELECT 1 FROM file r JOIN interaction i ON i.id = r.interaction_id WHERE r.id = :id AND ${mayUse('i')} AND ${seesFile('r').replaceAll(':me', ':by')}) THEN 'file.unknown' END`;

export function removeFile({ id }: Input<'file.remove'>): Plan {
  const plain = removePlain('file', id, 'name', [seen]);
  return { ...plain, effects: [...plain.effects, dropBytes('(SELECT :id)')] };
}
