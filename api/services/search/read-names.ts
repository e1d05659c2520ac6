import { nameText, restText } from '../../db/full-text.ts';
import type { Db } from '../../db/open.ts';
import { nameKeys } from './findable.ts';

const atOnce = 500;
/** Says in a workspace's `meta` that it is done. */
export const namesRead = 'names read';
const isDone = `SELECT 1 FROM meta WHERE key = '${namesRead}'`;
/** Han and no Latin letter: a name of before readings stood beside names. */
const unread = `SELECT p.doc, p.text FROM search_part p JOIN search_doc d ON d.doc = p.doc
WHERE p.field = 'name' AND d.noun <> 'interaction' AND p.text GLOB '*[一-鿿]*' AND p.text NOT GLOB '*[a-z]*' AND p.doc > :after
ORDER BY p.doc LIMIT ${atOnce}`;
const addReadings = `UPDATE search_part SET text = (SELECT j.value ->> 1 FROM json_each(:read) j WHERE j.value ->> 0 = search_part.doc)
WHERE field = 'name' AND doc IN (SELECT j.value ->> 0 FROM json_each(:read) j)`;
const reindex = `INSERT OR REPLACE INTO search (rowid, name, rest)
SELECT doc, ${nameText}, ${restText} FROM search_part WHERE doc IN (SELECT j.value ->> 0 FROM json_each(:read) j) GROUP BY doc`;

/** Once in a workspace: names that an earlier release stored are found by their readings, too. */
export async function readStoredNames(db: Db): Promise<void> {
  if ((await db.execute(isDone)).rows.length > 0) return;
  for (let after = 0; ; ) {
    const { rows } = await db.execute(unread, { after });
    const found = rows as unknown as { doc: number; text: string }[];
    if (found.length > 0) {
      // Folded, each character stands alone: 陈 小 明.
      const read = JSON.stringify(
        found.map(({ doc, text }) => [doc, [text, ...nameKeys(text.replaceAll(' ', ''))].join(' ')]),
      );
      await db.batch([
        { sql: addReadings, args: { read } },
        { sql: reindex, args: { read } },
      ]);
    }
    if (found.length < atOnce) break;
    after = found.at(-1)?.doc ?? after;
  }
  await db.batch([`INSERT OR IGNORE INTO meta (key, value) VALUES ('${namesRead}', '1')`]);
}
