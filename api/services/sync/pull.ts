import { nouns } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { PullInput } from '../../../shared/sync/delta.ts';
import type { Db } from '../../db/open.ts';
import { jsonByNoun, tableByNoun } from '../../db/workspace/row.ts';

/** A page stays below this many characters even when every row carries a long text. */
const mostOfPage = 4_000_000;

const row = `CASE f.noun ${nouns
  .map(
    (noun) =>
      `WHEN '${noun}' THEN (SELECT ${jsonByNoun[noun]('r')} FROM ${tableByNoun[noun]} r WHERE r.id = f.row_id)`,
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
 * aside costs twice the page. NULL instead of a page when the client's epoch is another one.
 */
const sql = `WITH
page AS MATERIALIZED (
  SELECT seq, sum(size) OVER (ORDER BY seq) - size AS before FROM (
    SELECT f.seq, 700 + COALESCE(${size}, 0) AS size FROM feed f WHERE f.seq > :cursor ORDER BY f.seq LIMIT :limit)),
last AS (SELECT COALESCE(max(seq), :cursor) AS seq FROM page WHERE before < ${mostOfPage})
SELECT CASE WHEN :epoch IS NULL OR :epoch = e.value THEN '{"epoch":' || json_quote(e.value)
  || ',"rows":[' || COALESCE((
    SELECT group_concat('{"noun":"' || f.noun || '","seq":' || f.seq || ',"row":' || COALESCE(${row}, 'null') || '}', ',')
    FROM (SELECT * FROM feed WHERE feed.seq > :cursor AND feed.seq <= last.seq ORDER BY feed.seq) f), '')
  || '],"cursor":' || last.seq
  || ',"more":' || CASE WHEN EXISTS (SELECT 1 FROM feed WHERE feed.seq > last.seq) THEN 'true' ELSE 'false' END
  || ',"total":' || (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'rows') || '}'
END AS json FROM meta e, last WHERE e.key = 'epoch'`;

/** What changed since a cursor, as JSON text of a `Delta`: one statement. */
export async function pull(db: Db, { epoch, cursor, limit }: PullInput): Promise<string> {
  const { rows } = await db.execute(sql, { epoch, cursor, limit });
  const json = rows[0]?.json;
  if (typeof json !== 'string') throw new CodedError('sync.epoch');
  return json;
}
