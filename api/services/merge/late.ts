import { ALREADY, FRESH } from '../plan.ts';
import { type Party, stands } from './links.ts';

/**
 * Something was said by the name of one that is an alias by now: a split gives it to that one. To be run before the
 * link itself is made. [J6]
 * @param named SQL of the `id` of whom was named
 * @param ref SQL of what names them
 */
export function saidOf(party: Party, kind: string, named: string, ref: string, when = FRESH): string {
  const start = 'SELECT m.id, m.kept_id FROM named JOIN';
  // What stands there already was the kept one's before, unless a part says otherwise.
  const isThere =
    kind === 'interaction' && party === 'contact'
      ? ` OR EXISTS (SELECT 1 FROM interaction_contact l JOIN contact s ON s.id = up.kept WHERE l.interaction_id = ${ref} AND l.contact_id = COALESCE(s.merged_into, s.id))`
      : '';
  return `INSERT INTO merge_part (merge_id, kind, ref, shared)
WITH RECURSIVE named (id) AS (${named}), up (id, kept) AS (
  ${start} merge m ON m.gone_id = named.id WHERE m.noun = '${party}' AND ${stands('m')}
  UNION ${start} merge_part p ON p.kind = 'alias' AND p.ref = named.id JOIN merge m ON m.id = p.merge_id WHERE m.noun = '${party}' AND ${stands('m')}
  UNION SELECT m.id, m.kept_id FROM up JOIN merge m ON m.gone_id = up.kept AND ${stands('m')})
SELECT up.id, '${kind}', ${ref}, EXISTS (SELECT 1 FROM named WHERE named.id = up.kept)${isThere} FROM up
WHERE ${ref} IS NOT NULL AND ${when} ON CONFLICT DO NOTHING`;
}

export const listed = (arg: string): string => `SELECT value FROM json_each(${arg})`;
/** Whether any of these, or this one, is an alias: then the short way is none. */
export const namesAlias = (party: Party, named: string): string =>
  `EXISTS (SELECT 1 FROM ${party} a WHERE a.id IN (${named}) AND a.merged_into IS NOT NULL)`;

/**
 * Somebody was added anew by a handle that is the gone one's: the new row is another name of that one.
 * @param handles SQL of the `kind` and `ref` of what was given
 */
export const addedAs = (party: Party, handles: string): string =>
  `INSERT INTO merge_part (merge_id, kind, ref, shared)
SELECT DISTINCT m.id, 'alias', :id, 0 FROM (${handles}) named JOIN merge_part p ON p.kind = named.kind AND p.ref = named.ref AND p.shared = 0
JOIN merge m ON m.id = p.merge_id WHERE m.noun = '${party}' AND ${stands('m')} AND ${ALREADY}
  AND EXISTS (SELECT 1 FROM ${party} a JOIN ${party} g ON g.id = m.gone_id WHERE a.id = :id AND a.merged_into = g.merged_into) ON CONFLICT DO NOTHING`;
