import type { ErrorCode } from '../../shared/kit/error.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { historyOfField, mayUse, reindex, touch } from './effect.ts';
import { FRESH, type Plan } from './plan.ts';
import { nameOf, type Removable } from './remove.ts';

/**
 * A removed row is there again as it was, and is found again. One that is there is left as it is.
 * @param clash guard: something it would hold again belongs to another row by now
 * @param hold effects that give it back what it held
 */
export function restoreRow(
  noun: Removable,
  code: ErrorCode,
  id: string,
  { clash, hold }: { clash: string[]; hold: string[] },
): Plan {
  const table = tableByNoun[noun];
  const seen = noun === 'contact' ? ` AND ${mayUse('r')}` : '';
  return {
    refuse: [
      `CASE WHEN NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.id = :id${seen}) THEN '${code}' END`,
      ...clash,
    ],
    already: `(SELECT id FROM ${table} WHERE id = :id AND deleted_at IS NULL)`,
    effects: [
      historyOfField(noun, ':id', 'restored', 'NULL', `r.${nameOf[noun]}`, FRESH),
      `UPDATE ${table} SET deleted_at = NULL, updated_at = :at WHERE id = :id AND ${FRESH}`,
      ...hold,
      reindex(noun, ':id', FRESH),
      touch(noun, ':id', FRESH),
    ],
    args: { id },
  };
}
