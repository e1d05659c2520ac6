import { CodedError } from '../../../shared/kit/error.ts';
import type { Caller, World } from '../context.ts';

/**
 * Throws what a request of this device would be told now, were it not signed in any more. By the device and not by
 * its token, which may have been rotated while a stream was open.
 */
export async function assertStands({ directory }: Pick<World, 'directory'>, caller: Caller): Promise<void> {
  const { rows } = await directory.execute(
    `SELECT d.revoked_at AS revokedAt, CASE WHEN m.removed_at IS NULL THEN m.role END AS role FROM device d
LEFT JOIN membership m ON m.workspace_id = d.workspace_id AND m.user_id = d.user_id WHERE d.id = ?`,
    [caller.deviceId],
  );
  const found = rows[0];
  if (!found) throw new CodedError('auth.required');
  if (found.role === null) throw new CodedError('auth.removed');
  if (found.revokedAt !== null) throw new CodedError('auth.revoked');
}
