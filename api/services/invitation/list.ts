import type { Role } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import type { Asker } from '../device/list.ts';

export type InvitationListed = {
  id: Id;
  role: Role;
  email: string | null;
  byName: string | null;
  expiresAt: number;
};

/** Links that still let somebody in, the newest first. */
export async function listInvitations(
  { directory, now }: World,
  workspaceId: Id,
): Promise<InvitationListed[]> {
  const { rows } = await directory.execute(
    `SELECT i.id, i.role, i.email, u.name AS byName, i.expires_at AS expiresAt FROM invitation i
LEFT JOIN user u ON u.id = i.created_by WHERE i.workspace_id = ? AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ?
ORDER BY i.created_at DESC, i.id DESC`,
    [workspaceId, now()],
  );
  return rows.map((row) => ({ ...(row as unknown as InvitationListed) }));
}

/** Its link lets nobody in any more. */
export async function revokeInvitation(
  { directory, now }: World,
  asker: Asker,
  { id }: { id: Id },
): Promise<void> {
  const { rowsAffected } = await directory.execute(
    'UPDATE invitation SET revoked_at = ? WHERE id = ? AND workspace_id = ? AND used_at IS NULL AND revoked_at IS NULL',
    [now(), id, asker.workspaceId],
  );
  if (rowsAffected === 0) throw new CodedError('not_found');
}
