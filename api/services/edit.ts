import type { InValue } from '@libsql/client';
import type { Noun } from '../../shared/domain/rows.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { liveCompany, liveContact, stateSql } from './effect.ts';
import { FRESH, refusedAs } from './plan.ts';

type Value = string | number | null;

/** Fields that name a row which may have been merged since. */
const followed: Record<string, (id: string) => string> = { companyId: liveCompany, contactId: liveContact };

/**
 * Effects of setting plain fields of one row: history first (it reads the old values), then the row. Own fields are
 * set one by one, so two people who edit different ones both keep theirs.
 * @param id SQL of the row's id
 * @param columns column by field, a closed list: no name of a column ever comes from input
 * @param via SQL of what the history names beside the row; without it what was named, if that is another row by now
 */
export function setFields(
  noun: Noun,
  id: string,
  columns: Record<string, string>,
  given: Record<string, unknown>,
  via?: string,
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
  const own = given.own;
  const history = (row: string, when: string, state: keyof typeof stateSql) => [
    ...(Object.keys(fields).length > 0
      ? [historySql(noun, table, row, columns, when, state, via ?? named)]
      : []),
    ...(own === undefined ? [] : [ownHistorySql(noun, table, row, when, state, via ?? named)]),
  ];
  const effects = history(id, FRESH, 'done');
  if (own !== undefined) {
    args.own = JSON.stringify(own);
    sets.push('own = json_patch(own, :own)');
  }
  effects.push(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ${id} AND ${FRESH}`);
  // An edit of a removed row changes nothing and is kept beside what is in force. [P11]
  if (isRemovable(noun) && via === undefined) {
    const was = `(SELECT COALESCE(${removable[noun] ?? 'NULL'}, id) FROM ${table} WHERE id = :id)`;
    effects.push(...history(was, refusedAs(`${noun}.removed`), 'proposed'));
  }
  return { effects, args };
}

/** Said of a row that turned out to be this one. */
const named = `NULLIF(:id, r.id)`;

/** Nouns whose rows can be removed, and the column by which one of them names another, if any. */
const removable = {
  contact: 'merged_into',
  company: 'merged_into',
  deal: null,
  interaction: 'joined_into',
} as const;
const isRemovable = (noun: Noun): noun is keyof typeof removable => Object.hasOwn(removable, noun);

function historySql(
  noun: Noun,
  table: string,
  id: string,
  columns: Record<string, string>,
  when: string,
  state: keyof typeof stateSql,
  via: string,
): string {
  const before = `CASE f.key ${Object.entries(columns)
    .map(([field, column]) => `WHEN '${field}' THEN r.${column}`)
    .join(' ')} END`;
  const links = Object.keys(columns).filter((field) => followed[field]);
  const after =
    links.length > 0
      ? `CASE f.key ${links.map((field) => `WHEN '${field}' THEN ${followed[field]?.('f.atom')}`).join(' ')} ELSE f.atom END`
      : 'f.atom';
  return `INSERT INTO change (noun, row_id, field, before, after, at, by, state, via)
SELECT '${noun}', r.id, f.key, ${before}, ${after}, :at, :by, ${stateSql[state]}, ${via} FROM ${table} r, json_each(:fields) f
WHERE r.id = ${id} AND (${before}) IS NOT (${after}) AND ${when}`;
}

function ownHistorySql(
  noun: Noun,
  table: string,
  id: string,
  when: string,
  state: keyof typeof stateSql,
  via: string,
): string {
  const before = `(SELECT o.atom FROM json_each(r.own) o WHERE o.key = f.key)`;
  return `INSERT INTO change (noun, row_id, field, before, after, at, by, state, via)
SELECT '${noun}', r.id, 'own.' || f.key, ${before}, f.atom, :at, :by, ${stateSql[state]}, ${via} FROM ${table} r, json_each(:own) f
WHERE r.id = ${id} AND ${before} IS NOT f.atom AND ${when}`;
}
