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
};
const asJson = new Set(['own', 'options', 'participants']);
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every row of a noun by id, whoever may see it, tombstones too. */
export function rowsOf(db: MemoryDb, noun: Noun): Map<Id, Row> {
  const rows = new Map<Id, Row>();
  for (const stored of db.rows(`SELECT * FROM ${tables[noun]}`)) {
    const row: Row = {};
    for (const [name, value] of Object.entries(stored)) {
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

/** What one member may see, by `noun/id`; by rule D8 and the design of visibility, not by the product's SQL. */
export function visibleTo(db: MemoryDb, member: Id): Map<string, Row> {
  const seen = new Map<string, Row>();
  const contacts = rowsOf(db, 'contact');
  const mine = (row: Row | undefined) => row?.privateTo === null || row?.privateTo === member;
  for (const noun of Object.keys(tables) as Noun[]) {
    for (const [id, row] of noun === 'contact' ? contacts : rowsOf(db, noun)) {
      if (row.deletedAt !== null) continue;
      if (noun === 'contact' && !mine(row)) continue;
      const shown =
        noun === 'interaction' ? interactionFor(row, member, (each) => mine(contacts.get(each))) : row;
      if (shown) seen.set(`${noun}/${id}`, shown);
    }
  }
  return seen;
}

const hidden = {
  subject: null,
  body: null,
  bodyState: null,
  outcome: null,
  link: null,
  threadKey: null,
  channel: null,
  companyId: null,
  dealId: null,
  participants: [],
  fingerprint: [],
};

function interactionFor(row: Row, member: Id, canSee: (contactId: Id) => boolean): Row | null {
  const owner = row.privateTo === null || row.privateTo === member;
  const shown = { ...row, askedBy: row.privateTo === member ? row.askedBy : [] };
  if (owner || (row.sharedWith as Id[]).includes(member)) return shown;
  const contactIds = (row.contactIds as Id[]).filter(canSee);
  return contactIds.length === 0 ? null : { ...shown, ...hidden, contactIds };
}
