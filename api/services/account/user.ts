import type { InStatement } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

type Person = { id: Id; name: string; email: string | null };

/** As it is kept and compared; one person writes it with capitals, another without. */
export const emailOf = (typed: string): string => typed.trim().toLowerCase();

/** Enters a person whom a workspace names; an address that somebody signs in with stays theirs. */
export function userIfNew({ id, name, email }: Person, at: number): InStatement {
  const address = email === null ? null : emailOf(email);
  return {
    sql: `INSERT INTO user (id, name, email, created_at, updated_at)
SELECT :id, :name, CASE WHEN EXISTS (SELECT 1 FROM user WHERE email = :address) THEN NULL ELSE :address END, :at, :at
WHERE NOT EXISTS (SELECT 1 FROM user WHERE id = :id)`,
    args: { id, name, address, at },
  };
}

/** Who signs in, or could, with an address. */
export async function userByEmail(directory: Db, email: string): Promise<{ id: Id; name: string } | null> {
  const { rows } = await directory.execute('SELECT id, name FROM user WHERE email = ?', [emailOf(email)]);
  return (rows[0] as unknown as { id: Id; name: string } | undefined) ?? null;
}

/** An address for somebody who has none yet, unless another has it. */
export async function giveAddress(
  directory: Db,
  { userId, email }: { userId: Id; email: string },
): Promise<void> {
  await directory.execute(
    `UPDATE user SET email = :email WHERE id = :userId AND email IS NULL AND NOT EXISTS (SELECT 1 FROM user WHERE email = :email)`,
    { userId, email: emailOf(email) },
  );
}
