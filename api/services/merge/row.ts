import { tableByNoun } from '../../db/workspace/row.ts';
import { mayUse } from '../effect.ts';
import { held } from '../import/change.ts';
import { ALREADY, FRESH } from '../plan.ts';
import { handlesTo, type Party, stands } from './links.ts';

/** Handles of `g` that `k` has not, as JSON. */
function brought(party: Party): string {
  const lists = handlesTo[party].map(({ kind, table, owner, columns }) => {
    const of = (id: string) => (table === 'external_id' ? `${id} AND noun = 'company'` : id);
    const same = columns
      .filter((column) => ['kind', 'value', 'domain'].includes(column))
      .map((column) => `o.${column} = h.${column}`);
    const text = kind === 'key' ? `h.kind || ':' || h.value` : `'${kind}:' || h.${columns.at(-1)}`;
    return `SELECT ${text} AS text, h.position FROM ${table} h WHERE h.${owner} = ${of('g.id')}
  AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.${owner} = ${of('k.id')} AND ${same.join(' AND ')})`;
  });
  return `(SELECT json_group_array(found.text) FROM (SELECT * FROM (${lists.join(' UNION ALL ')}) ORDER BY position) found)`;
}

/** What `k` had, of the fields in `:chosen`: in them the value of `g` was chosen, as whoever chose saw it. */
const was = (party: Party): string => {
  const had = held(party, 'f.key', 'k');
  return `(SELECT json_group_object(f.key, ${had}) FROM json_each(:chosen) f WHERE f.atom IS NOT ${had})`;
};

/**
 * The row of a merge. Where the two are one already, it stands for the merge that made them so, and every client
 * drops it: whoever said the same at the same time can split them by their own name of it. [J3]
 */
export const mergeRow = (party: Party, kept: string, gone: string): string[] => {
  const table = tableByNoun[party];
  const privateTo = party === 'contact' ? 'k.private_to' : 'NULL';
  return [
    `INSERT INTO merge (id, created_at, created_by, updated_at, noun, kept_id, gone_id, gone_name, was, brought, private_to, first_change)
SELECT :mergeId, :at, :by, :at, '${party}', k.id, g.id, g.name, ${was(party)}, ${brought(party)}, ${privateTo}, COALESCE((SELECT max(id) FROM change), 0) + 1
FROM ${table} k, ${table} g WHERE k.id = ${kept} AND g.id = ${gone} AND ${FRESH}`,
    `INSERT INTO merge (id, created_at, created_by, updated_at, deleted_at, noun, kept_id, gone_id, gone_name, private_to, same_as)
SELECT :mergeId, :at, :by, :at, :at, m.noun, m.kept_id, m.gone_id, '', m.private_to, m.id FROM merge m
WHERE m.gone_id IN (:id, :goneId) AND ${stands('m')} AND ${mayUse('m')} AND ${ALREADY}
ORDER BY m.gone_id = :goneId DESC LIMIT 1 ON CONFLICT DO NOTHING`,
  ];
};
