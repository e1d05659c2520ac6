import type { Id } from '../../../shared/kit/id.ts';
import type { Caller, World } from '../context.ts';
import { isAtLeast } from '../member/role.ts';

export type Device = {
  id: Id;
  name: string;
  userId: Id;
  /** Whose it is. */
  userName: string;
  createdAt: number;
  lastSeenAt: number | null;
  /** The one that asks. */
  here: boolean;
};

/** Who asks: a device, or a person on the server's pages. */
export type Asker = Omit<Caller, 'deviceId'> & { deviceId: Id | null };

/** Browsers paired with this workspace, the newest first: one's own; to an admin everybody's. */
export async function listDevices({ directory }: World, asker: Asker): Promise<Device[]> {
  const { rows } = await directory.execute(
    `SELECT d.id, d.name, d.user_id AS userId, u.name AS userName, d.created_at AS createdAt, d.last_seen_at AS lastSeenAt
FROM device d JOIN user u ON u.id = d.user_id
WHERE d.workspace_id = :workspaceId AND d.revoked_at IS NULL AND (:all OR d.user_id = :userId) ORDER BY d.created_at DESC, d.id DESC`,
    {
      workspaceId: asker.workspaceId,
      userId: asker.userId,
      all: isAtLeast(asker.role, 'admin') ? 1 : 0,
    },
  );
  return rows.map((row) => ({ ...(row as unknown as Device), here: row.id === asker.deviceId }));
}
