import * as z from 'zod/mini';
import { CodedError } from '../../../shared/kit/error.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { deviceFrom, type Paired, pairedAs } from '../device/make.ts';
import { tokenFrom } from '../device/token.ts';
import { hashOfCode } from './code.ts';

export const claimInput = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(40)),
  deviceName: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
});

const codeSql = `SELECT workspace_id AS workspaceId, user_id AS userId, device_id AS deviceId FROM pairing_code WHERE hash = ?`;

/** Turns a one-time code into a device with a token of its own. Of two claims at once one wins, by the code's row. */
export async function claimPairing(
  world: World,
  { code, deviceName }: z.infer<typeof claimInput>,
): Promise<Paired> {
  const { directory } = world;
  const hash = hashOfCode(code);
  // 1. Whether its workspace can be opened at all, before the code is used up.
  const known = (await directory.execute(codeSql, [hash])).rows[0];
  if (!known) throw new CodedError('pairing.unknown');
  await world.workspace(String(known.workspaceId));
  // 2. The code for a device; a member who was removed meanwhile gets none.
  const at = world.now();
  const deviceId = idFrom(at, world.random(10));
  const token = tokenFrom(world.random);
  const results = await directory.batch([
    {
      sql: `UPDATE pairing_code SET used_at = :at, device_id = :deviceId WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
AND EXISTS (SELECT 1 FROM membership m WHERE m.workspace_id = pairing_code.workspace_id AND m.user_id = pairing_code.user_id AND m.removed_at IS NULL)`,
      args: { at, deviceId, hash },
    },
    ...deviceFrom(
      {
        sql: 'SELECT workspace_id, user_id FROM pairing_code WHERE hash = :hash AND device_id = :deviceId',
        args: { hash, deviceId },
      },
      { id: deviceId, name: deviceName, token, at },
    ),
    { sql: codeSql, args: [hash] },
  ]);
  const row = results.at(-1)?.rows[0];
  if (row?.deviceId !== deviceId) throw new CodedError('pairing.expired');
  const workspaceId = String(row.workspaceId);
  return pairedAs(world, { workspaceId, userId: String(row.userId), deviceId, token });
}
