import type { Noun } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MemoryDb } from './database.ts';

type Row = Record<string, unknown>;

/** What the tables say, read without any of the product's own reading: plain selects, put together here. */
const tables: Record<Noun, string> = {
  member: 'member',
  pipeline: 'pipeline',
  stage: 'stage',
  ownField: 'own_field',
  company: 'company',
  contact: 'contact',
  deal: 'deal',
  task: 'task',
  interaction: 'interaction',
  relation: 'relation',
  view: 'view',
  import: 'import',
  recipe: 'recipe',
  exclusion: 'exclusion',
  distinction: 'distinction',
  merge: 'merge',
  logRule: 'log_rule',
  template: 'template',
  file: 'file',
};
const asJson = new Set([
  ...['own', 'options', 'participants', 'mentions'],
  ...['lost_reasons', 'requires', 'places', 'was', 'brought', 'attachments'],
]);
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every row of a noun by id, whoever may see it, tombstones too. */
export function rowsOf(db: MemoryDb, noun: Noun): Map<Id, Row> {
  const rows = new Map<Id, Row>();
  for (const stored of db.rows(`SELECT * FROM ${tables[noun]}`)) {
    const row: Row = {};
    for (const [name, value] of Object.entries(stored)) {
      // The server's own.
      if (['replaced_by', 'first_change', 'split_change', 'same_as', 'blob_id'].includes(name)) continue;
      const field = camel(name);
      if (name.startsWith('origin_')) {
        row.origin ??= {};
        (row.origin as Row)[name.slice('origin_'.length)] = value;
      } else row[field] = asJson.has(name) ? JSON.parse(String(value)) : value;
    }
    rows.set(String(row.id), row);
  }
  const gather = (field: string, sql: string, take: (each: Row) => unknown) => {
    for (const row of rows.values()) row[field] = [];
    for (const each of db.rows(sql))
      (rows.get(String(each.owner))?.[field] as unknown[] | undefined)?.push(take(each));
  };
  if (noun === 'contact')
    gather(
      'keys',
      'SELECT contact_id AS owner, kind, value, source FROM contact_key ORDER BY position',
      ({ kind, value, source }) => ({ kind, value, source }),
    );
  if (noun === 'company')
    gather(
      'domains',
      'SELECT company_id AS owner, domain FROM company_domain ORDER BY position',
      (each) => each.domain,
    );
  if (noun === 'company' || noun === 'deal')
    gather(
      'externalIds',
      `SELECT row_id AS owner, value FROM external_id WHERE noun = '${noun}' ORDER BY position`,
      (each) => each.value,
    );
  if (noun === 'deal')
    gather(
      'contactIds',
      'SELECT deal_id AS owner, contact_id AS id FROM deal_contact ORDER BY position',
      (each) => each.id,
    );
  if (noun === 'interaction') {
    gather(
      'contactIds',
      'SELECT DISTINCT interaction_id AS owner, contact_id AS id FROM interaction_contact ORDER BY contact_id',
      (each) => each.id,
    );
    gather(
      'moreDealIds',
      'SELECT interaction_id AS owner, deal_id AS id FROM more_deal ORDER BY deal_id',
      (each) => each.id,
    );
    gather(
      'fingerprint',
      'SELECT interaction_id AS owner, key FROM fingerprint ORDER BY key',
      (each) => each.key,
    );
    for (const [field, state] of [
      ['sharedWith', 'granted'],
      ['askedBy', 'asked'],
    ] as const)
      gather(
        field,
        `SELECT interaction_id AS owner, member_id AS id FROM interaction_access WHERE state = '${state}' ORDER BY member_id`,
        (each) => each.id,
      );
  }
  return rows;
}

/** What one member may see, by `noun/id`; by the rules D8, V6, V7 and A1, not by the product's SQL. */
export function visibleTo(db: MemoryDb, member: Id): Map<string, Row> {
  const seen = new Map<string, Row>();
  const contacts = rowsOf(db, 'contact');
  const mine = (row: Row | undefined) => row?.privateTo === null || row?.privateTo === member;
  const known = (id: unknown) => mine(contacts.get(String(id)));
  for (const noun of Object.keys(tables) as Noun[]) {
    for (const [id, row] of noun === 'contact' ? contacts : rowsOf(db, noun)) {
      if (row.deletedAt !== null || (noun === 'contact' && !mine(row))) continue;
      let shown: Row | null = row;
      if (noun === 'task' && row.contactId !== null && !known(row.contactId))
        shown = { ...row, contactId: null };
      if (noun === 'deal') shown = { ...row, contactIds: (row.contactIds as Id[]).filter(known) };
      if (['view', 'import', 'exclusion', 'merge', 'logRule', 'template'].includes(noun) && !mine(row))
        shown = null;
      const isSeen = (end: unknown) => contacts.get(String(end)) === undefined || known(end);
      if (noun === 'relation' && !(isSeen(row.fromId) && isSeen(row.toId))) shown = null;
      // A file is seen by whoever may read its entry.
      if (noun === 'file') {
        const entry = rowsOf(db, 'interaction').get(String(row.interactionId));
        const lets = mine(entry) || (entry?.sharedWith as Id[] | undefined)?.includes(member);
        if (!lets) shown = null;
      }
      if (noun === 'interaction') shown = interactionFor(row, member, known);
      if (shown) seen.set(`${noun}/${id}`, shown);
    }
  }
  return seen;
}

/** All that was written of a private entry, and by what it could be recognised. */
const masked = {
  channel: null,
  durationS: null,
  outcome: null,
  subject: null,
  body: null,
  bodyState: null,
  link: null,
  threadKey: null,
  companyId: null,
  dealId: null,
  participants: [],
  fingerprint: [],
  sharedWith: [],
  mentions: [],
  moreDealIds: [],
  attachments: [],
  rule: null,
  ruleId: null,
};

function interactionFor(row: Row, member: Id, known: (contactId: Id) => boolean): Row | null {
  const contactIds = (row.contactIds as Id[]).filter(known);
  const sharedWith = row.sharedWith as Id[];
  if (row.privateTo === null) return { ...row, contactIds, sharedWith: [], askedBy: [] };
  if (row.privateTo === member) return { ...row, contactIds };
  if (sharedWith.includes(member)) return { ...row, contactIds, askedBy: [] };
  if (contactIds.length === 0) return null;
  // Whoever asked knows that they did.
  const askedBy = (row.askedBy as Id[]).filter((each) => each === member);
  return { ...row, ...masked, contactIds, askedBy };
}

/** What others typed into rows that are theirs alone now: no byte of it may reach this member. */
export function privateTexts(db: MemoryDb, member: Id): string[] {
  const others = 'private_to IS NOT NULL AND private_to <> ? AND deleted_at IS NULL';
  const found = db.rows(
    `SELECT name AS text FROM contact WHERE ${others} AND name LIKE 't%-c%'
UNION ALL SELECT body FROM interaction i WHERE ${others} AND body LIKE 't%-c%' AND NOT EXISTS
  (SELECT 1 FROM interaction_access a WHERE a.interaction_id = i.id AND a.member_id = ? AND a.state = 'granted')`,
    [member, member, member],
  );
  return found.map(({ text }) => String(text));
}
