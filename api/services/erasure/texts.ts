import type { Noun } from '../../../shared/domain/rows.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { tableByNoun } from '../../db/workspace/row.ts';
import type { Subject } from './subject.ts';

/** What stands where somebody's address stood in a text about something else. */
const blank = '…';

/** Where free text can name somebody: columns by noun. Participants of a mail are looked at as text too. */
const columns = {
  interaction: ['subject', 'body', 'outcome', 'link', 'participants', 'attachments'],
  deal: ['title', 'need', 'lost_reason', 'competitor', 'own'],
  task: ['title', 'note'],
  company: ['name', 'website', 'phone', 'role_reason', 'own'],
  relation: ['note'],
  import: ['file'],
  file: ['name'],
  merge: ['gone_name'],
  exclusion: ['value', 'note'],
} satisfies Partial<Record<Noun, string[]>>;
export type Written = keyof typeof columns;

/** One slice must not hold the event loop for long. */
export const slice = 5_000;

export type Mention = { noun: Written; id: Id; texts: Record<string, string | null> };

/** Every text that holds one of these words, in slices: a workspace may hold a million. */
export async function mentionsOf(db: Db, words: string[]): Promise<Mention[]> {
  const found: Mention[] = [];
  const lower = words.map((word) => word.toLowerCase()).filter((word) => word.length >= 2);
  if (lower.length === 0) return found;
  for (const [noun, fields] of Object.entries(columns) as [Written, string[]][]) {
    const table = tableByNoun[noun];
    const said = fields.map((field) => `COALESCE(${field}, '')`).join(` || char(10) || `);
    const last = Number((await db.execute(`SELECT max(rowid) AS n FROM ${table}`)).rows[0]?.n ?? 0);
    for (let from = 0; from <= last; from += slice) {
      const { rows } = await db.execute(
        `SELECT id, ${fields.join(', ')} FROM ${table} r WHERE rowid > :from AND rowid <= :to
AND EXISTS (SELECT 1 FROM json_each(:words) w WHERE instr(lower(${said}), w.value) > 0)`,
        { from, to: from + slice, words: JSON.stringify(lower) },
      );
      for (const row of rows)
        found.push({
          noun,
          id: String(row.id),
          texts: Object.fromEntries(
            fields.map((field) => [field, row[field] === null ? null : String(row[field])]),
          ),
        });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return found;
}

/** Handles that stand for the person wherever they are written. A number is written in too many ways to be found so. */
export const handlesOf = ({ keys }: Subject): string[] =>
  keys.filter(({ kind }) => kind === 'email' || kind === 'profile').map(({ value }) => value);

/** How an address was spelled in mails, where its provider takes several spellings for one mailbox. */
export async function spellingsOf(db: Db, emails: string[]): Promise<string[]> {
  const hosts = Array.from(new Set(emails.map((email) => email.slice(email.lastIndexOf('@') + 1))));
  const lenient = hosts.filter((host) => emailKey(`x+y@${host}`)?.value === `x@${host}`);
  const found = new Set<string>();
  if (lenient.length === 0) return [];
  // Gmail has two names, one of which is the key's.
  const asked = lenient.flatMap((host) => (host === 'gmail.com' ? [host, 'googlemail.com'] : [host]));
  const last = Number((await db.execute('SELECT max(rowid) AS n FROM interaction')).rows[0]?.n ?? 0);
  for (let from = 0; from <= last; from += slice) {
    const { rows } = await db.execute(
      `SELECT DISTINCT lower(p.value ->> 'email') AS email FROM interaction r, json_each(r.participants) p
WHERE r.rowid > :from AND r.rowid <= :to AND EXISTS (SELECT 1 FROM json_each(:hosts) h WHERE lower(p.value ->> 'email') LIKE '%@' || h.value)`,
      { from, to: from + slice, hosts: JSON.stringify(asked) },
    );
    for (const row of rows) {
      const email = String(row.email);
      if (emails.includes(emailKey(email)?.value ?? email)) found.add(email);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return Array.from(found);
}

/** Names that are surely meant: of two words, or of two Han characters and more. */
export const namesIn = ({ names }: Subject): string[] =>
  names.filter((name) => /\S\s+\S/.test(name) || /^\p{Script=Han}{2,}$/u.test(name));

/** A text without these words, whatever their case. */
export function without(text: string, words: string[]): string {
  let rest = text;
  for (const word of words)
    rest = rest.replace(new RegExp(word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), blank);
  return rest;
}
