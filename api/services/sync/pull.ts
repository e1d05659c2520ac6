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

/** Joined as text: JSON that crosses a subquery would be parsed and rendered anew. NULL instead of a page when the client's epoch is another one. */
const sql = `WITH
page AS MATERIALIZED (
  SELECT seq, '{"noun":"' || noun || '","seq":' || seq || ',"row":' || COALESCE(row, 'null') || '}' AS item FROM (
    SELECT f.seq, f.noun, ${row} AS row FROM feed f WHERE f.seq > :cursor ORDER BY f.seq LIMIT :limit)),
fitting AS MATERIALIZED (
  SELECT seq, item FROM (SELECT seq, item, sum(length(item)) OVER (ORDER BY seq) - length(item) AS before FROM page)
  WHERE before < ${mostOfPage}),
last AS (SELECT COALESCE(max(seq), :cursor) AS seq FROM fitting)
SELECT CASE WHEN :epoch IS NULL OR :epoch = e.value THEN '{"epoch":' || json_quote(e.value)
  || ',"rows":[' || COALESCE((SELECT group_concat(item, ',') FROM (SELECT item FROM fitting ORDER BY seq)), '')
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
