import type { Id } from '../../../shared/kit/id.ts';
import type { Scope } from '../context.ts';

export type Device = {
  id: Id;
  name: string;
  userId: Id;
  createdAt: number;
  lastSeenAt: number | null;
  /** The one that asks. */
  here: boolean;
};

/** Browsers paired with this workspace, the newest first. */
export async function listDevices({ directory, caller }: Scope): Promise<Device[]> {
  const { rows } = await directory.execute(
    `SELECT id, name, user_id AS userId, created_at AS createdAt, last_seen_at AS lastSeenAt FROM device
WHERE workspace_id = ? AND revoked_at IS NULL ORDER BY created_at DESC`,
    [caller.workspaceId],
  );
  return rows.map((row) => ({ ...(row as unknown as Device), here: row.id === caller.deviceId }));
}
