import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import type { Devices } from '../device/authorise.ts';
import type { Asker } from '../device/list.ts';
import { mirrorMember } from './mirror.ts';
import { allowedSql, endInvitationsOf, lastOwnerSql, refusalOf } from './rules.ts';

/**
 * Ends a membership, at once and in every browser; one's own is ended by leaving. What they did keeps their name.
 * Their browsers hear `auth.removed` and drop what they hold of the workspace.
 */
export async function removeMember(
  world: World,
  asker: Asker,
  devices: Pick<Devices, 'forget'>,
  { userId }: { userId: Id },
): Promise<void> {
  const { workspaceId } = asker;
  const at = world.now();
  const args = { workspaceId, userId, asker: asker.role, self: asker.userId, at };
  const here = 'workspace_id = :workspaceId AND user_id = :userId';
  const gone = `EXISTS (SELECT 1 FROM membership WHERE ${here} AND removed_at IS NOT NULL)`;
  const results = await world.directory.batch([
    {
      sql: `UPDATE membership SET removed_at = :at WHERE ${here} AND removed_at IS NULL
AND (user_id = :self OR ${allowedSql}) AND NOT ${lastOwnerSql}`,
      args,
    },
    {
      sql: `UPDATE device SET revoked_at = :at WHERE ${here} AND revoked_at IS NULL AND ${gone}`,
      args: { workspaceId, userId, at },
    },
    {
      sql: `DELETE FROM pairing_code WHERE ${here} AND used_at IS NULL AND ${gone}`,
      args: { workspaceId, userId },
    },
    endInvitationsOf({ workspaceId, userId, at }),
    { sql: `SELECT removed_at AS removedAt FROM membership WHERE ${here}`, args: { workspaceId, userId } },
  ]);
  devices.forget();
  const row = results[4]?.rows[0];
  if (!row) throw new CodedError('not_found');
  if (row.removedAt === null)
    throw userId === asker.userId ? new CodedError('member.last_owner') : refusalOf(asker);
  await mirrorMember(world, { workspaceId, userId, by: asker.userId });
}
