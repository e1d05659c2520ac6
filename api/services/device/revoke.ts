import * as z from 'zod/mini';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Scope } from '../context.ts';
import type { Devices } from './authorise.ts';

export const revokeInput = z.strictObject({ id: z.string().check(z.maxLength(36)) });

/** Its token is worth nothing from the next request on. Another workspace's device is as unknown as none. */
export async function revokeDevice(
  { directory, caller, now }: Scope,
  devices: Devices,
  { id }: z.infer<typeof revokeInput>,
): Promise<void> {
  const [, found] = await directory.batch([
    {
      sql: 'UPDATE device SET revoked_at = ? WHERE id = ? AND workspace_id = ? AND revoked_at IS NULL',
      args: [now(), id, caller.workspaceId],
    },
    { sql: 'SELECT 1 FROM device WHERE id = ? AND workspace_id = ?', args: [id, caller.workspaceId] },
  ]);
  devices.forget();
  if (found?.rows.length === 0) throw new CodedError('not_found');
}
