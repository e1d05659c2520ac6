import { nouns } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { PullInput } from '../../../shared/sync/delta.ts';
import type { Db } from '../../db/open.ts';
import { jsonWithin } from '../../db/workspace/horizon.ts';
import { tableByNoun } from '../../db/workspace/row.ts';

/** A page stays below this many characters even when every row carries a long text. */
const mostOfPage = 4_000_000;

const row = `CASE f.noun ${nouns
  .map(
    (noun) =>
      `WHEN '${noun}' THEN (SELECT ${jsonWithin[noun]('r')} FROM ${tableByNoun[noun]} r WHERE r.id = f.row_id)`,
  )
  .join('\n  ')} END`;

/** About how long a row is as JSON: only what can be long is measured, reading every row twice would cost more than it saves. */
const textOf: Partial<Record<(typeof nouns)[number], string>> = {
  interaction: "length(COALESCE(r.body, '')) + length(r.participants)",
  deal: "length(COALESCE(r.need, '')) + length(r.own)",
  contact: 'length(r.own)',
  company: 'length(r.own)',
};
const size = `CASE f.noun ${Object.entries(textOf)
  .map(
    ([noun, sum]) =>
      `WHEN '${noun}' THEN (SELECT ${sum} FROM ${tableByNoun[noun as keyof typeof tableByNoun]} r WHERE r.id = f.row_id)`,
  )
  .join('\n  ')} END`;

/**
 * Rendered once and joined as text: JSON that crosses a subquery would be parsed and rendered anew, and a page kept
 * aside costs twice the page. NULL instead of a page when the client has read in another order: its epoch is another
 * one, or its cursor stands where this order has not come yet. [C2]
 */
const sql = `WITH
page AS MATERIALIZED (
  SELECT seq, sum(size) OVER (ORDER BY seq) - size AS before FROM (
    SELECT f.seq, 700 + COALESCE(${size}, 0) AS size FROM feed f WHERE f.seq > :cursor ORDER BY f.seq LIMIT :limit)),
last AS (SELECT COALESCE(max(seq), :cursor) AS seq FROM page WHERE before < ${mostOfPage})
SELECT CASE WHEN (:epoch IS NULL OR :epoch = e.value) AND (:lags OR :cursor <= COALESCE((SELECT max(seq) FROM feed), 0)) THEN '{"epoch":' || json_quote(e.value)
  || ',"rows":[' || COALESCE((
    SELECT group_concat('{"noun":"' || f.noun || '","seq":' || f.seq || ',"row":' || COALESCE(${row}, 'null') || '}', ',')
    FROM (SELECT * FROM feed WHERE feed.seq > :cursor AND feed.seq <= last.seq ORDER BY feed.seq) f), '')
  || '],"cursor":' || last.seq
  || ',"more":' || CASE WHEN EXISTS (SELECT 1 FROM feed WHERE feed.seq > last.seq) THEN 'true' ELSE 'false' END
  || ',"total":' || (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'rows')
  || CASE WHEN :client IS NULL THEN '' ELSE ',"known":' || COALESCE(
    (SELECT CASE WHEN member_id = :me THEN number END FROM claim WHERE client_id = :client ORDER BY number DESC LIMIT 1), 0) END || '}'
END AS json FROM meta e, last WHERE e.key = 'epoch'`;

/** What changed since a cursor, as JSON text of a `Delta` for one member: one statement. */
export async function pull(
  db: Db,
  me: Id,
  { epoch, cursor, limit, clientId, since }: PullInput,
): Promise<string> {
  // A replica may not have what its primary has already answered; a file has all.
  const lags = db.engine === 'remote' ? 1 : 0;
  const { rows } = await db.execute(sql, {
    epoch,
    cursor,
    limit,
    me,
    client: clientId ?? null,
    lags,
    since: since ?? null,
  });
  const json = rows[0]?.json;
  if (typeof json !== 'string') throw new CodedError('sync.epoch');
  return json;
}
