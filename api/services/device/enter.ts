import * as z from 'zod/mini';
import { CodedError } from '../../../shared/kit/error.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import type { Scope } from '../context.ts';
import { deviceFrom, type Paired, pairedAs } from './make.ts';
import { tokenFrom } from './token.ts';

export const enterInput = z.strictObject({ workspaceId: z.string().check(z.maxLength(36)) });

/**
 * A device for another workspace of the same user, named as the one that asks. One whose answer never arrived, so
 * that it was never used, gives way to it. A workspace of others is as unknown as none.
 */
export async function enterWorkspace(
  scope: Scope,
  { workspaceId }: z.infer<typeof enterInput>,
): Promise<Paired> {
  const { directory, caller } = scope;
  const { userId } = caller;
  const mine =
    'SELECT workspace_id, user_id FROM membership WHERE workspace_id = :workspaceId AND user_id = :userId AND removed_at IS NULL';
  const args = { workspaceId, userId };
  const known = await directory.execute(
    `SELECT (SELECT name FROM device WHERE id = :deviceId) AS name FROM (${mine})`,
    { ...args, deviceId: caller.deviceId },
  );
  if (!known.rows[0]) throw new CodedError('not_found');
  const name = String(known.rows[0].name);
  await scope.workspace(workspaceId);
  const at = scope.now();
  const id = idFrom(at, scope.random(10));
  const token = tokenFrom(scope.random);
  const results = await directory.batch([
    {
      sql: `UPDATE device SET revoked_at = ? WHERE workspace_id = ? AND user_id = ? AND name = ? AND last_seen_at IS NULL AND revoked_at IS NULL`,
      args: [at, workspaceId, userId, name],
    },
    ...deviceFrom({ sql: mine, args }, { id, name, token, at }),
    { sql: 'SELECT 1 FROM device WHERE id = ?', args: [id] },
  ]);
  if (results.at(-1)?.rows.length === 0) throw new CodedError('not_found');
  return pairedAs(scope, { workspaceId, userId, deviceId: id, token });
}
