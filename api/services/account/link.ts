import { CodedError } from '../../../shared/kit/error.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import type { World } from '../context.ts';
import { hashOfToken, tokenFrom } from '../device/token.ts';
import type { Auth } from './auth.ts';
import { credentialOf } from './password.ts';

type LinkKind = 'setup' | 'reset';
export const linkHours = 24;

/** A code by which a person sets a password once. Asking again leaves earlier ones as they are until they expire. */
export async function createLink(
  { directory, now, random }: World,
  { userId, kind }: { userId: Id; kind: LinkKind },
): Promise<{ code: string; expiresAt: number }> {
  const at = now();
  const code = tokenFrom(random);
  const expiresAt = at + linkHours * 3_600_000;
  if (kind === 'reset') await refuseNameless(directory, userId);
  await directory.batch([
    { sql: 'DELETE FROM one_time_link WHERE expires_at < ?', args: [at - 30 * 86_400_000] },
    {
      sql: 'INSERT INTO one_time_link (hash, user_id, kind, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      args: [hashOfToken(code), userId, kind, at, expiresAt],
    },
  ]);
  return { code, expiresAt };
}

/** A password is no use to somebody who has no address to sign in with. */
async function refuseNameless(directory: Db, userId: Id): Promise<void> {
  const { rows } = await directory.execute('SELECT email FROM user WHERE id = ?', [userId]);
  if (rows[0]?.email === null) throw new CodedError('input.invalid', 'email');
}

/** The condition of every statement of a batch, until its last one marks the link as used. */
export const openLinkSql = `hash = :hash AND kind = :kind AND used_at IS NULL AND expires_at > :at`;

/** A new password by a one-time link: every session of that person ends, and their other links with it. */
export async function resetPassword(
  world: World,
  auth: Auth,
  { code, password }: { code: string; password: string },
): Promise<{ userId: Id; email: string | null }> {
  const at = world.now();
  const hash = hashOfToken(code);
  const stored = await auth.hash(password);
  const found = await world.directory.execute(
    'SELECT u.id, u.email FROM one_time_link l JOIN user u ON u.id = l.user_id WHERE l.hash = ?',
    [hash],
  );
  const row = found.rows[0];
  if (!row) throw new CodedError('link.expired');
  const userId = String(row.id);
  const accountId = idFrom(at, world.random(10));
  const args = { hash, kind: 'reset', at };
  const isOpen = `EXISTS (SELECT 1 FROM one_time_link WHERE ${openLinkSql})`;
  const results = await world.directory.batch([
    { sql: `DELETE FROM account WHERE user_id = :userId AND ${isOpen}`, args: { ...args, userId } },
    { sql: `DELETE FROM session WHERE user_id = :userId AND ${isOpen}`, args: { ...args, userId } },
    credentialOf({ userId, accountId, stored, at }, { sql: isOpen, args }),
    {
      sql: `UPDATE one_time_link SET used_at = :at WHERE user_id = :userId AND used_at IS NULL AND ${isOpen}`,
      args: { ...args, userId },
    },
    { sql: 'SELECT 1 FROM account WHERE id = ?', args: [accountId] },
  ]);
  if (results[4]?.rows.length === 0) throw new CodedError('link.expired');
  return { userId, email: row.email === null ? null : String(row.email) };
}
