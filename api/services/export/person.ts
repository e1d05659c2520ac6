import type { Noun } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import {
  jsonByNoun,
  readsInteraction,
  seesContact,
  seesFile,
  seesRelation,
  tableByNoun,
} from '../../db/workspace/row.ts';
import { version } from '../../version.ts';
import type { Workspace } from '../context.ts';
import { type Person, subjectOf } from '../erasure/subject.ts';

/** What belongs to a person, by SQL over `:contacts` (a JSON array of ids). */
const contacts = '(SELECT value FROM json_each(:contacts))';
const about = {
  contact: `r.id IN ${contacts} AND ${seesContact('r')}`,
  interaction: `r.id IN (SELECT interaction_id FROM interaction_contact WHERE contact_id IN ${contacts}) AND ${readsInteraction('r')}`,
  file: `r.interaction_id IN (SELECT interaction_id FROM interaction_contact WHERE contact_id IN ${contacts}) AND r.deleted_at IS NULL AND ${seesFile('r')}`,
  deal: `r.id IN (SELECT deal_id FROM deal_contact WHERE contact_id IN ${contacts})`,
  task: `r.contact_id IN ${contacts}`,
  merge: `(r.kept_id IN ${contacts} OR r.gone_id IN ${contacts}) AND r.same_as IS NULL AND ${seesContact('r')}`,
  relation: `(r.from_id IN ${contacts} OR r.to_id IN ${contacts}) AND r.deleted_at IS NULL AND ${seesRelation('r')}`,
} satisfies Partial<Record<Noun, string>>;
const slice = 200;

/**
 * All that a workspace holds about one person, as the text of one JSON file in pieces: contact, handles, entries,
 * deals, tasks, history. What members keep to themselves is theirs to give: it is counted.
 */
export async function* exportPerson(
  { id, db }: Workspace,
  { person, by, now }: { person: Person; by: Id; now: number },
): AsyncGenerator<string> {
  const subject = await subjectOf(db, person);
  const args = { me: by, contacts: JSON.stringify(subject.contactIds) };
  const seen = await db.execute(`SELECT count(*) AS n FROM contact r WHERE ${about.contact}`, args);
  if (Number(seen.rows[0]?.n) === 0) throw new CodedError('contact.unknown');
  yield `{"product":${JSON.stringify(version)},"exportedAt":${now},"workspaceId":${JSON.stringify(id)}`;
  for (const [noun, where] of Object.entries(about) as [keyof typeof about, string][]) {
    yield `,\n"${noun}":[`;
    let isFirst = true;
    for (let after = ''; ; ) {
      const { rows } = await db.execute(
        `SELECT r.id, ${jsonByNoun[noun]('r')} AS json FROM ${tableByNoun[noun]} r WHERE r.id > :after AND ${where} ORDER BY r.id LIMIT ${slice}`,
        { ...args, after },
      );
      for (const { json } of rows) {
        yield `${isFirst ? '\n' : ',\n'}${String(json)}`;
        isFirst = false;
      }
      if (rows.length < slice) break;
      after = String(rows.at(-1)?.id);
    }
    yield ']';
  }
  const { rows: history } = await db.execute(
    `SELECT c.noun, c.row_id AS rowId, c.field, c.before, c.after, c.at, c.by, c.state FROM change c WHERE
(c.noun = 'contact' AND EXISTS (SELECT 1 FROM contact r WHERE r.id = c.row_id AND ${about.contact}))
OR (c.noun = 'interaction' AND EXISTS (SELECT 1 FROM interaction r WHERE r.id = c.row_id AND ${about.interaction})) ORDER BY c.id`,
    args,
  );
  yield `,\n"history":${JSON.stringify(history)}`;
  const { rows: hidden } = await db.execute(
    `SELECT (SELECT count(*) FROM contact r WHERE r.id IN ${contacts} AND NOT ${seesContact('r')}) AS contact,
(SELECT count(*) FROM interaction r WHERE r.id IN (SELECT interaction_id FROM interaction_contact WHERE contact_id IN ${contacts}) AND NOT ${readsInteraction('r')}) AS interaction`,
    args,
  );
  yield `,\n"privateToOthers":${JSON.stringify(hidden[0])}}\n`;
}
