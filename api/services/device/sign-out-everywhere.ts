import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import type { Devices } from './authorise.ts';

/** Every browser of a person, in every workspace, and every session on the server's pages; but not the device that asks. */
export async function signOutEverywhere(
  { directory, now }: World,
  devices: Devices,
  { userId, except = null }: { userId: Id; except?: Id | null },
): Promise<void> {
  await directory.batch([
    {
      sql: `UPDATE device SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL AND id IS NOT ?`,
      args: [now(), userId, except],
    },
    { sql: 'DELETE FROM pairing_code WHERE user_id = ? AND used_at IS NULL', args: [userId] },
    { sql: 'DELETE FROM session WHERE user_id = ?', args: [userId] },
  ]);
  devices.forget();
}
