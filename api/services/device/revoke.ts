import * as z from 'zod/mini';
import { CodedError } from '../../../shared/kit/error.ts';
import type { World } from '../context.ts';
import { isAtLeast } from '../member/role.ts';
import type { Devices } from './authorise.ts';
import type { Asker } from './list.ts';

export const revokeInput = z.strictObject({ id: z.string().check(z.maxLength(36)) });

/** Its token is worth nothing from the next request on. A device that one may not see is as unknown as none. */
export async function revokeDevice(
  { directory, now }: World,
  asker: Asker,
  devices: Devices,
  { id }: z.infer<typeof revokeInput>,
): Promise<void> {
  const mine = 'id = :id AND workspace_id = :workspaceId AND (:all OR user_id = :userId)';
  const args = {
    id,
    workspaceId: asker.workspaceId,
    userId: asker.userId,
    all: isAtLeast(asker.role, 'admin') ? 1 : 0,
  };
  const [, found] = await directory.batch([
    {
      sql: `UPDATE device SET revoked_at = :at WHERE ${mine} AND revoked_at IS NULL`,
      args: { ...args, at: now() },
    },
    { sql: `SELECT 1 FROM device WHERE ${mine}`, args },
  ]);
  devices.forget();
  if (found?.rows.length === 0) throw new CodedError('not_found');
}
