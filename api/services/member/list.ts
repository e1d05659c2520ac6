import type { Role } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

export type MemberListed = {
  id: Id;
  name: string;
  email: string | null;
  role: Role;
  /** When any of their browsers was last seen here. */
  lastSeenAt: number | null;
};

/** Who works in a workspace, by role and name. */
export async function listMembers(directory: Db, workspaceId: Id): Promise<MemberListed[]> {
  const { rows } = await directory.execute(
    `SELECT u.id, u.name, u.email, m.role,
  (SELECT max(d.last_seen_at) FROM device d WHERE d.user_id = u.id AND d.workspace_id = m.workspace_id) AS lastSeenAt
FROM membership m JOIN user u ON u.id = m.user_id WHERE m.workspace_id = ? AND m.removed_at IS NULL
ORDER BY CASE m.role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 WHEN 'member' THEN 2 ELSE 3 END, u.name, u.id`,
    [workspaceId],
  );
  return rows.map((row) => ({ ...(row as unknown as MemberListed) }));
}
