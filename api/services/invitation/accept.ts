import type { InStatement } from '@libsql/client';
import { CodedError } from '../../../shared/kit/error.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import type { Auth } from '../account/auth.ts';
import { credentialOf } from '../account/password.ts';
import { emailOf } from '../account/user.ts';
import type { World } from '../context.ts';
import type { Devices } from '../device/authorise.ts';
import { hashOfToken } from '../device/token.ts';
import { mirrorMember } from '../member/mirror.ts';

type Joined = { workspaceId: Id; userId: Id };
export type NewPerson = { name: string; email: string; password: string };

/** The condition of every statement below, until the last one marks the link as used. */
const openSql = `hash = :hash AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :at AND (email IS NULL OR email = :email)`;

/** Somebody who has an account joins. A member stays what they are; one who was removed comes back in the new role. */
export function joinAs(
  world: World,
  devices: Devices,
  { code, userId, email }: { code: string; userId: Id; email: string },
): Promise<Joined> {
  return join(world, devices, code, { id: userId, email: emailOf(email) }, []);
}

/**
 * An account and a membership at once. An address that is known already, and one that the link is not for, get the
 * same answer after the same time.
 */
export async function joinAnew(
  world: World,
  devices: Devices,
  auth: Auth,
  { code, name, email, password }: NewPerson & { code: string },
): Promise<Joined> {
  const at = world.now();
  const id = idFrom(at, world.random(10));
  const address = emailOf(email);
  const stored = await auth.hash(password);
  const isOpen = `EXISTS (SELECT 1 FROM invitation WHERE ${openSql})`;
  const args = { hash: hashOfToken(code), at, email: address };
  return join(world, devices, code, { id, email: address }, [
    {
      sql: `INSERT INTO user (id, name, email, created_at, updated_at) SELECT :id, :name, :email, :at, :at
WHERE ${isOpen} AND NOT EXISTS (SELECT 1 FROM user WHERE email = :email)`,
      args: { ...args, id, name },
    },
    credentialOf({ userId: id, accountId: idFrom(at, world.random(10)), stored, at }, { sql: isOpen, args }),
  ]);
}

async function join(
  world: World,
  devices: Devices,
  code: string,
  person: { id: Id; email: string },
  before: InStatement[],
): Promise<Joined> {
  const args = { hash: hashOfToken(code), at: world.now(), email: person.email, userId: person.id };
  const isThere = 'EXISTS (SELECT 1 FROM user WHERE id = :userId)';
  const results = await world.directory.batch([
    ...before,
    {
      sql: `INSERT INTO membership (workspace_id, user_id, role, created_at)
SELECT workspace_id, :userId, role, :at FROM invitation WHERE ${openSql} AND ${isThere}
ON CONFLICT (workspace_id, user_id) DO UPDATE SET removed_at = NULL,
  role = CASE WHEN membership.removed_at IS NULL THEN membership.role ELSE excluded.role END`,
      args,
    },
    { sql: `UPDATE invitation SET used_at = :at, used_by = :userId WHERE ${openSql} AND ${isThere}`, args },
    {
      sql: `SELECT workspace_id AS workspaceId, used_at AS usedAt, used_by AS usedBy, revoked_at AS revokedAt, expires_at AS expiresAt
FROM invitation WHERE hash = ?`,
      args: [args.hash],
    },
  ]);
  devices.forget();
  const used = results.at(-2)?.rowsAffected === 1;
  const row = results.at(-1)?.rows[0];
  if (!row) throw new CodedError('invitation.unknown');
  if (!used) {
    const isOver = row.usedAt !== null || row.revokedAt !== null || Number(row.expiresAt) <= args.at;
    throw new CodedError(isOver ? 'invitation.expired' : 'invitation.refused');
  }
  const joined = { workspaceId: String(row.workspaceId), userId: person.id };
  await mirrorMember(world, joined);
  return joined;
}
