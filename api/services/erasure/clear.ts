import type { InStatement, InValue, Row } from '@libsql/client';
import type { Participant } from '../../../shared/domain/rows.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { rewriteChange, type Wiped, wipe } from './statements.ts';
import type { Subject } from './subject.ts';
import {
  handlesOf,
  type Mention,
  mentionsOf,
  namesIn,
  slice,
  spellingsOf,
  type Written,
  without,
} from './texts.ts';

export type Cleared = {
  contacts: number;
  interactions: number;
  /** Texts about something else in which an address stood. */
  rewritten: number;
  /** Texts that still name the person: only somebody who reads them can say whether they are meant. */
  mentions: { noun: Written; id: Id }[];
};

/** Clears a workspace of a person. Only while nothing else writes: what is read here decides what is written. */
export async function clear(db: Db, subject: Subject, at: number): Promise<Cleared> {
  const emails = subject.keys.filter(({ kind }) => kind === 'email').map(({ value }) => value.toLowerCase());
  const handles = [...handlesOf(subject), ...(await spellingsOf(db, emails))];
  const said = await mentionsOf(db, handles);
  // 1. Entries that the person is a party to, with all that was joined with them.
  const parties = await partiesOf(db, [
    ...said.filter((mention) => takesPart(mention, emails)).map(({ id }) => id),
    ...(await linkedTo(db, subject.contactIds)),
  ]);
  const isParty = new Set(parties.map(({ id }) => id));
  // 2. Other texts: addresses everywhere, names in what is about the person.
  const names = namesIn(subject);
  const deals = new Set(await dealsOf(db, subject.contactIds));
  const inDeals = (await mentionsOf(db, names)).filter(({ noun, id }) => noun === 'deal' && deals.has(id));
  const texts = merged([
    ...said.flatMap((mention) => changed(mention, isParty, handles)),
    ...inDeals.flatMap((mention) => changed(mention, isParty, [...handles, ...names])),
  ]);
  const all = [...handles, ...names];
  await db.batch([
    // First: what is then wiped whole must not be written again.
    ...(await historyOf(db, all, (noun, id) => (noun === 'deal' && deals.has(id) ? all : handles))),
    ...wipe({
      at,
      contacts: subject.contactIds,
      interactions: parties.map(({ id, participants }) => ({ id, participants: rest(participants, emails) })),
      texts,
    }),
  ]);
  const left = await mentionsOf(db, names);
  return {
    contacts: subject.contactIds.length,
    interactions: parties.length,
    rewritten: texts.length,
    mentions: left.map(({ noun, id }) => ({ noun, id })),
  };
}

const participantsOf = (json: string | null | undefined): Participant[] =>
  JSON.parse(json ?? '[]') as Participant[];
const isOne = (emails: string[]) => (participant: Participant) =>
  emails.includes(emailKey(participant.email)?.value ?? participant.email.toLowerCase());

const takesPart = ({ noun, texts }: Mention, emails: string[]): boolean =>
  noun === 'interaction' && participantsOf(texts.participants).some(isOne(emails));

const rest = (participants: string, emails: string[]): string =>
  JSON.stringify(participantsOf(participants).filter((participant) => !isOne(emails)(participant)));

function changed({ noun, id, texts }: Mention, isParty: Set<Id>, words: string[]) {
  if (isParty.has(id)) return [];
  const set = Object.fromEntries(
    Object.entries(texts).flatMap(([column, text]) => {
      const cleared = text === null ? null : without(text, words);
      return cleared === text ? [] : [[column, cleared]];
    }),
  );
  return Object.keys(set).length > 0 ? [{ noun, id, set }] : [];
}

/** One row is written once; the later of two texts lacks more. */
function merged(texts: Wiped['texts']): Wiped['texts'] {
  const byId = new Map<Id, Wiped['texts'][number]>();
  for (const text of texts) byId.set(text.id, { ...text, set: { ...byId.get(text.id)?.set, ...text.set } });
  return Array.from(byId.values());
}

const ids = (rows: Row[]): Id[] => rows.map(({ id }) => String(id));

async function linkedTo(db: Db, contactIds: Id[]): Promise<Id[]> {
  const { rows } = await db.execute(
    `SELECT DISTINCT interaction_id AS id FROM json_each(:ids) j JOIN interaction_contact l ON l.contact_id = j.value`,
    { ids: JSON.stringify(contactIds) },
  );
  return ids(rows);
}

async function dealsOf(db: Db, contactIds: Id[]): Promise<Id[]> {
  const { rows } = await db.execute(
    'SELECT DISTINCT deal_id AS id FROM deal_contact WHERE contact_id IN (SELECT value FROM json_each(:ids))',
    { ids: JSON.stringify(contactIds) },
  );
  return ids(rows);
}

async function partiesOf(db: Db, start: Id[]): Promise<{ id: Id; participants: string }[]> {
  const { rows } = await db.execute(
    `WITH start AS (SELECT COALESCE(i.joined_into, i.id) AS id FROM json_each(:ids) j JOIN interaction i ON i.id = j.value)
SELECT id, participants FROM interaction WHERE id IN (SELECT id FROM start)
UNION SELECT i.id, i.participants FROM start s JOIN interaction i ON i.joined_into = s.id`,
    { ids: JSON.stringify(start) },
  );
  return rows as unknown as { id: Id; participants: string }[];
}

/** Values in the history of other rows. */
async function historyOf(
  db: Db,
  all: string[],
  wordsFor: (noun: string, id: Id) => string[],
): Promise<InStatement[]> {
  const found: InStatement[] = [];
  if (all.length === 0) return found;
  const words = JSON.stringify(all.map((word) => word.toLowerCase()));
  const last = Number((await db.execute('SELECT max(id) AS n FROM change')).rows[0]?.n ?? 0);
  for (let from = 0; from <= last; from += slice) {
    const { rows } = await db.execute(
      `SELECT id, noun, row_id AS rowId, before, after FROM change WHERE id > :from AND id <= :to AND EXISTS (
  SELECT 1 FROM json_each(:words) w WHERE instr(lower(COALESCE(before, '') || char(10) || COALESCE(after, '')), w.value) > 0)`,
      { from, to: from + slice, words },
    );
    for (const { id, noun, rowId, before, after } of rows) {
      const gone = wordsFor(String(noun), String(rowId));
      found.push(rewriteChange(Number(id), cleared(before, gone), cleared(after, gone)));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

const cleared = (value: InValue | undefined, words: string[]): InValue =>
  typeof value === 'string' ? without(value, words) : (value ?? null);
