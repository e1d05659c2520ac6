import type { InValue } from '@libsql/client';
import type { Noun } from '../../shared/domain/rows.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { liveCompany, liveContact } from './effect.ts';
import { FRESH } from './plan.ts';

type Value = string | number | null;

/** Fields that name a row which may have been merged since. */
const followed: Record<string, (id: string) => string> = { companyId: liveCompany, contactId: liveContact };

/**
 * Effects of setting plain fields of one row: history first (it reads the old values), then the row. Own fields are
 * set one by one, so two people who edit different ones both keep theirs.
 * @param id SQL of the row's id
 * @param columns column by field, a closed list: no name of a column ever comes from input
 */
export function setFields(
  noun: Noun,
  id: string,
  columns: Record<string, string>,
  given: Record<string, unknown>,
): { effects: string[]; args: Record<string, InValue> } {
  const table = tableByNoun[noun];
  const fields: Record<string, Value> = {};
  for (const field of Object.keys(columns))
    if (given[field] !== undefined) fields[field] = given[field] as Value;
  const args: Record<string, InValue> = { fields: JSON.stringify(fields) };
  const sets = ['updated_at = :at'];
  for (const [field, value] of Object.entries(fields)) {
    args[field] = value;
    sets.push(`${columns[field]} = ${followed[field]?.(`:${field}`) ?? `:${field}`}`);
  }
  const effects: string[] = [];
  if (Object.keys(fields).length > 0) effects.push(historySql(noun, table, id, columns));
  const own = given.own;
  if (own !== undefined) {
    args.own = JSON.stringify(own);
    effects.push(ownHistorySql(noun, table, id));
    sets.push('own = json_patch(own, :own)');
  }
  effects.push(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ${id} AND ${FRESH}`);
  return { effects, args };
}

function historySql(noun: Noun, table: string, id: string, columns: Record<string, string>): string {
  const before = `CASE f.key ${Object.entries(columns)
    .map(([field, column]) => `WHEN '${field}' THEN r.${column}`)
    .join(' ')} END`;
  const links = Object.keys(columns).filter((field) => followed[field]);
  const after =
    links.length > 0
      ? `CASE f.key ${links.map((field) => `WHEN '${field}' THEN ${followed[field]?.('f.atom')}`).join(' ')} ELSE f.atom END`
      : 'f.atom';
  return `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT '${noun}', r.id, f.key, ${before}, ${after}, :at, :by FROM ${table} r, json_each(:fields) f
WHERE r.id = ${id} AND (${before}) IS NOT (${after}) AND ${FRESH}`;
}

function ownHistorySql(noun: Noun, table: string, id: string): string {
  const before = `(SELECT o.atom FROM json_each(r.own) o WHERE o.key = f.key)`;
  return `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT '${noun}', r.id, 'own.' || f.key, ${before}, f.atom, :at, :by FROM ${table} r, json_each(:own) f
WHERE r.id = ${id} AND ${before} IS NOT f.atom AND ${FRESH}`;
}
