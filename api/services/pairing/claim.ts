import * as z from 'zod/mini';
import { CodedError } from '../../../shared/kit/error.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { hashOfToken, tokenFrom } from '../device/token.ts';
import { showWorkspace } from '../workspace/show.ts';
import { hashOfCode } from './code.ts';

export const claimInput = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(40)),
  deviceName: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
});

export type Paired = {
  token: string;
  workspace: { id: Id; name: string };
  member: { id: Id; name: string; email: string | null };
  epoch: string;
};

/** Turns a one-time code into a device with a token of its own. Of two claims at once one wins, by the code's row. */
export async function claimPairing(
  world: World,
  { code, deviceName }: z.infer<typeof claimInput>,
): Promise<Paired> {
  const { directory } = world;
  const at = world.now();
  const hash = hashOfCode(code);
  const deviceId = idFrom(at, world.random(10));
  const token = tokenFrom(world.random);
  const [, , answer] = await directory.batch([
    {
      sql: 'UPDATE pairing_code SET used_at = ?, device_id = ? WHERE hash = ? AND used_at IS NULL AND expires_at > ?',
      args: [at, deviceId, hash, at],
    },
    {
      sql: `INSERT INTO device (id, name, token_hash, workspace_id, user_id, created_at)
SELECT ?, ?, ?, workspace_id, user_id, ? FROM pairing_code WHERE hash = ? AND device_id = ?`,
      args: [deviceId, deviceName, hashOfToken(token), at, hash, deviceId],
    },
    {
      sql: 'SELECT workspace_id AS workspaceId, user_id AS userId, device_id AS deviceId FROM pairing_code WHERE hash = ?',
      args: [hash],
    },
  ]);
  const row = answer?.rows[0];
  if (!row) throw new CodedError('pairing.unknown');
  if (row.deviceId !== deviceId) throw new CodedError('pairing.expired');
  const caller = { deviceId, userId: String(row.userId), workspaceId: String(row.workspaceId) };
  const here = await world.workspace(caller.workspaceId);
  const { me, id, name, epoch } = await showWorkspace({ ...world, caller, here });
  return { token, workspace: { id, name }, member: me, epoch };
}
