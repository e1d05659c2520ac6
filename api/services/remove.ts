import type { ErrorCode } from '../../shared/kit/error.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { historyOfField, mayUse, touch, unindex } from './effect.ts';
import { FRESH, type Plan } from './plan.ts';

/** Nouns whose rows are removed and brought back, and what their history calls them by. */
export const nameOf = { contact: 'name', company: 'name', deal: 'title', task: 'title' } as const;
export type Removable = keyof typeof nameOf;

/**
 * The row becomes a tombstone that every mirror learns of, and is found no more. Removing twice is one removal.
 * @param release effects that free what the row held
 */
export function removeRow(noun: Removable, code: ErrorCode, id: string, release: string[]): Plan {
  const table = tableByNoun[noun];
  const seen = noun === 'contact' ? ` AND ${mayUse('r')}` : '';
  return {
    refuse: [`CASE WHEN NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.id = :id${seen}) THEN '${code}' END`],
    already: `(SELECT id FROM ${table} WHERE id = :id AND deleted_at IS NOT NULL)`,
    effects: [
      historyOfField(noun, ':id', 'removed', 'NULL', `r.${nameOf[noun]}`, FRESH),
      `UPDATE ${table} SET deleted_at = :at, updated_at = :at WHERE id = :id AND ${FRESH}`,
      ...release,
      unindex(noun, ':id', FRESH),
      touch(noun, ':id', FRESH),
    ],
    args: { id },
  };
}
