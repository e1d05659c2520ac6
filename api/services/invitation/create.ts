import type { Role } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { emailOf } from '../account/user.ts';
import type { World } from '../context.ts';
import type { Asker } from '../device/list.ts';
import { hashOfToken, tokenFrom } from '../device/token.ts';
import { isAtLeast } from '../member/role.ts';

export const invitationDays = 7;

export type NewInvitation = { role: Role; email: string | null };

/** A link for one person. Nobody gives a role above their own; only the code's hash is kept. */
export async function createInvitation(
  { directory, now, random }: World,
  asker: Omit<Asker, 'userId'> & { userId: Id | null },
  { role, email }: NewInvitation,
): Promise<{ id: Id; code: string; expiresAt: number }> {
  if (!isAtLeast(asker.role, 'admin') || !isAtLeast(asker.role, role)) throw new CodedError('auth.forbidden');
  const at = now();
  const id = idFrom(at, random(10));
  const code = tokenFrom(random);
  const expiresAt = at + invitationDays * 86_400_000;
  await directory.execute(
    'INSERT INTO invitation (id, hash, workspace_id, role, email, created_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      id,
      hashOfToken(code),
      asker.workspaceId,
      role,
      email === null ? null : emailOf(email),
      asker.userId,
      at,
      expiresAt,
    ],
  );
  return { id, code, expiresAt };
}
