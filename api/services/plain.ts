import type { InValue } from '@libsql/client';
import type { ErrorCode } from '../../shared/kit/error.ts';
import type { PlainNoun } from '../../shared/sync/apply/plain.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { setFields } from './edit.ts';
import { historyOfAdd, historyOfField, taken, touch } from './effect.ts';
import { FRESH, type Plan } from './plan.ts';

type Values = Record<string, InValue | string[]>;
const column = (value: InValue | string[]): InValue => (Array.isArray(value) ? JSON.stringify(value) : value);
const columns = (values: Values): Record<string, InValue> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, column(value)]));

/**
 * A new row of a plain noun.
 * @param columnByField a closed list: no name of a column ever comes from input
 */
export function addPlain(
  noun: PlainNoun,
  columnByField: Record<string, string>,
  { id, ...given }: Values & { id: string },
  name: string,
  guards: Pick<Plan, 'refuse'> & Partial<Pick<Plan, 'already'>> = { refuse: [] },
): Plan {
  const values = columns(given);
  const fields = Object.keys(columnByField).filter((field) => values[field] !== undefined);
  return {
    refuse: guards.refuse,
    already: guards.already ?? taken(noun),
    effects: [
      `INSERT INTO ${tableByNoun[noun]} (id, created_at, created_by, updated_at, ${fields.map((field) => columnByField[field]).join(', ')})
SELECT :id, :at, :by, :at, ${fields.map((field) => `:${field}`).join(', ')} WHERE ${FRESH}`,
      historyOfAdd(noun, FRESH),
      touch(noun, ':id', FRESH),
    ],
    args: { id, ...values, history: JSON.stringify([['added', name]]) },
  };
}

/** Guard: the row is there. */
export const there = (noun: PlainNoun, code: ErrorCode): string =>
  `CASE WHEN NOT EXISTS (SELECT 1 FROM ${tableByNoun[noun]} r WHERE r.id = :id AND r.deleted_at IS NULL) THEN '${code}' END`;

export function editPlain(
  noun: PlainNoun,
  columnByField: Record<string, string>,
  id: string,
  fields: Record<string, InValue | string[] | undefined>,
  refuse: string[],
): Plan {
  const given = Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, column(value)]])),
  );
  const set = setFields(noun, ':id', columnByField, given);
  return { refuse, effects: [...set.effects, touch(noun, ':id', FRESH)], args: { ...set.args, id } };
}

/** The row becomes a tombstone. Removing twice is one removal. */
export function removePlain(noun: PlainNoun, id: string, name: string, refuse: string[]): Plan {
  const table = tableByNoun[noun];
  return {
    refuse,
    already: `(SELECT id FROM ${table} WHERE id = :id AND deleted_at IS NOT NULL)`,
    effects: [
      historyOfField(noun, ':id', 'removed', 'NULL', `r.${name}`, FRESH),
      `UPDATE ${table} SET deleted_at = :at, updated_at = :at WHERE id = :id AND ${FRESH}`,
      touch(noun, ':id', FRESH),
    ],
    args: { id },
  };
}

/** Guard of a removal: unknown is refused, removed before is not. */
export const was = (noun: PlainNoun, code: ErrorCode): string =>
  `CASE WHEN NOT EXISTS (SELECT 1 FROM ${tableByNoun[noun]} r WHERE r.id = :id) THEN '${code}' END`;
