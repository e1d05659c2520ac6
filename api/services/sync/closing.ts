import type { InStatement, ResultSet } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

export type Claimed = {
  status: 'applied' | 'already' | 'refused';
  code: string | null;
  answer: string | null;
};
/**
 * `claimed` null: not claimed, because an earlier number is missing or its client has read in another epoch.
 * `cursor`: an end of the feed that holds the effect.
 */
export type Written = { claimed: Claimed | null } & End;
/** How far the server's order reaches, and its name. */
export type End = { cursor: number; epoch: string };

/** Whose run, in which order they have read, and up to which number its results have reached the client. */
export type Numbered = {
  client: Id;
  number: number;
  by: Id;
  epoch?: string | undefined;
  confirmed?: number | undefined;
};
export type Attempted = Numbered & { attempt: string; texts?: Id | undefined };

/**
 * Full texts of a group in one statement: FTS5 writes what it has gathered whenever a later statement opens a
 * savepoint (`fts5SavepointMethod`), which would be once for each member instead of once at the commit.
 */
const textsSql = `INSERT INTO search_text (rowid, text)
SELECT d.doc, (SELECT group_concat(text, ' ') FROM search_part WHERE doc = d.doc) FROM json_each(:texts) j
JOIN claim c ON c.client_id = j.value ->> 0 AND c.number = j.value ->> 1 AND c.attempt = j.value ->> 2 AND c.status = 'applied'
JOIN search_doc d ON d.noun = 'interaction' AND d.row_id = j.value ->> 3`;

const answersSql = `SELECT j.key AS place, c.status, c.code, c.answer FROM json_each(:asked) j
JOIN claim c ON c.client_id = j.value ->> 0 AND c.number = j.value ->> 1 WHERE c.member_id = j.value ->> 2`;
const endSql = `SELECT COALESCE((SELECT max(seq) FROM feed), 0) AS cursor, (SELECT value FROM meta WHERE key = 'epoch') AS epoch`;
/** What has reached the client need not be remembered; the last one stays, the next number is held against it. */
const forgetSql = `DELETE FROM claim WHERE rowid IN (SELECT c.rowid FROM json_each(:reached) j JOIN claim c ON c.client_id = j.value ->> 0
  WHERE c.number <= j.value ->> 2 AND c.member_id = j.value ->> 1 AND c.number < (SELECT max(number) FROM claim WHERE client_id = c.client_id))`;

/** The last statements of a group, once for all its members: their answers, the end of the feed, full texts, what may be forgotten. */
export function closingOf(group: readonly Attempted[]): InStatement[] {
  const texts = group.flatMap(({ client, number, attempt, texts }) =>
    texts ? [[client, number, attempt, texts]] : [],
  );
  const asked = group.map(({ client, number, by }) => [client, number, by]);
  const reached = group.flatMap(({ client, by, confirmed = 0 }) =>
    confirmed > 0 ? [[client, by, confirmed]] : [],
  );
  return [
    { sql: answersSql, args: { asked: JSON.stringify(asked) } },
    { sql: endSql, args: [] },
    ...(texts.length > 0 ? [{ sql: textsSql, args: { texts: JSON.stringify(texts) } }] : []),
    ...(reached.length > 0 ? [{ sql: forgetSql, args: { reached: JSON.stringify(reached) } }] : []),
  ];
}

/** What each member of the group was told, read from the results of its last statements. */
export function writtenOf(group: readonly Numbered[], closing: readonly ResultSet[]): Written[] {
  const [answers, last] = closing;
  const end = endOf(last);
  const written: Written[] = group.map(() => ({ claimed: null, ...end }));
  for (const row of answers?.rows ?? []) {
    const { status, code, answer } = row as unknown as Claimed;
    written[Number(row.place)] = { claimed: { status, code, answer }, ...end };
  }
  return written;
}

/** For a push without mutations, and for whoever waits for news. */
export const endOfFeed = async (db: Db): Promise<End> => endOf(await db.execute(endSql));

const endOf = (end: ResultSet | undefined): End => ({
  cursor: Number(end?.rows[0]?.cursor ?? 0),
  epoch: String(end?.rows[0]?.epoch ?? ''),
});
