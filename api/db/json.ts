import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

type Extra = Record<string, string>;

/**
 * SQL that gives a row of a table as JSON in the shape of shared/domain/rows.ts, so that a read can go from the
 * engine to the wire without being parsed.
 * @param extra SQL by field, added to or replacing a column; empty text leaves the column out
 */
export function rowJson(table: SQLiteTable, alias: string, extra: Extra = {}): string {
  const fields = new Map<string, string>();
  for (const [field, column] of Object.entries(getTableColumns(table))) {
    if (!field.startsWith('origin')) fields.set(field, `${alias}.${column.name}`);
    else if (!fields.has('origin')) fields.set('origin', originJson(alias));
  }
  for (const [field, sql] of Object.entries(extra))
    if (sql) fields.set(field, sql);
    else fields.delete(field);
  const shown = Array.from(fields).filter(([, sql]) => sql !== '');
  const parts = shown.map(([field, sql]) => `'${field}', ${sql}`);
  return `json_object(${parts.join(', ')})`;
}

const originJson = (alias: string): string =>
  `json_object(${['channel', 'page', 'campaign', 'referrer'].map((field) => `'${field}', ${alias}.origin_${field}`).join(', ')})`;

/** Column by field, for the fields that an edit may set. */
export const columnsOf = (table: SQLiteTable): Record<string, string> =>
  Object.fromEntries(Object.entries(getTableColumns(table)).map(([field, column]) => [field, column.name]));
