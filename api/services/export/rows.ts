import type { Noun, Rows } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import {
  jsonByNoun,
  readsInteraction,
  seesContact,
  seesFile,
  seesRelation,
  tableByNoun,
} from '../../db/workspace/row.ts';
import { readable } from '../history/list.ts';

/** Rows of a noun in the order of their ids, as a member may see them; of what is not theirs only how many there are. */
export type Seen = { json: string; row: Rows[Noun] } | 'hidden';

const slice = 500;

export async function* rowsOf(db: Db, noun: Noun, me: Id): AsyncGenerator<Seen> {
  const sql = `SELECT r.id, ${jsonByNoun[noun]('r')} AS json FROM ${tableByNoun[noun]} r WHERE r.id > :after ORDER BY r.id LIMIT ${slice}`;
  for (let after = ''; ; ) {
    const { rows } = await db.execute(sql, { me, after });
    for (const { json } of rows) yield seen(noun, String(json));
    if (rows.length < slice) return;
    after = String(rows.at(-1)?.id);
  }
}

/** Of another member's own row a bare tombstone is all there is. */
function seen(noun: Noun, json: string): Seen {
  const row = JSON.parse(json) as Rows[Noun];
  const whole = {
    contact: 'name',
    interaction: 'kind',
    relation: 'kind',
    view: 'query',
    exclusion: 'value',
    merge: 'keptId',
    logRule: 'scope',
    template: 'name',
    file: 'name',
  }[noun as string];
  return whole && !(whole in row) ? 'hidden' : { json, row };
}

const hiddenChange = `(c.noun = 'contact' AND EXISTS (SELECT 1 FROM contact r WHERE r.id = c.row_id AND NOT ${seesContact('r')}))
OR (c.noun = 'interaction' AND EXISTS (SELECT 1 FROM interaction r WHERE r.id = c.row_id AND NOT ${readsInteraction('r')}))
OR (c.noun = 'relation' AND EXISTS (SELECT 1 FROM relation r WHERE r.id = c.row_id AND NOT ${seesRelation('r')}))
OR (c.noun = 'view' AND EXISTS (SELECT 1 FROM view r WHERE r.id = c.row_id AND NOT ${seesContact('r')}))
OR (c.noun = 'exclusion' AND EXISTS (SELECT 1 FROM exclusion r WHERE r.id = c.row_id AND NOT ${seesContact('r')}))
OR (c.noun = 'merge' AND EXISTS (SELECT 1 FROM merge r WHERE r.id = c.row_id AND NOT ${seesContact('r')}))
OR (c.noun = 'logRule' AND EXISTS (SELECT 1 FROM log_rule r WHERE r.id = c.row_id AND NOT ${seesContact('r')}))
OR (c.noun = 'template' AND EXISTS (SELECT 1 FROM template r WHERE r.id = c.row_id AND NOT ${seesContact('r')}))
OR (c.noun = 'file' AND EXISTS (SELECT 1 FROM file r WHERE r.id = c.row_id AND NOT ${seesFile('r')}))`;

export type ChangeSeen = {
  noun: string;
  rowId: Id;
  field: string;
  before: string | number | null;
  after: string | number | null;
  at: number;
  by: Id | null;
  state: string | null;
};

/** History, the oldest first; without that of rows whose content is not the reader's. */
export async function* changesOf(db: Db, me: Id): AsyncGenerator<ChangeSeen | 'hidden'> {
  const sql = `SELECT c.id, c.noun, c.row_id AS rowId, c.field, ${readable('before')} AS before, ${readable('after')} AS after, c.at, c.by, c.state, ${hiddenChange} AS hidden
FROM change c WHERE c.id > :last ORDER BY c.id LIMIT ${slice}`;
  for (let last = 0; ; ) {
    const { rows } = await db.execute(sql, { me, last });
    for (const { id: _, hidden, ...change } of rows)
      yield hidden ? 'hidden' : (change as unknown as ChangeSeen);
    if (rows.length < slice) return;
    last = Number(rows.at(-1)?.id);
  }
}
