import type { Role } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import type { Devices } from '../device/authorise.ts';
import type { Asker } from '../device/list.ts';
import { mirrorMember } from './mirror.ts';
import { allowedSql, endInvitationsOf, lastOwnerSql, refusalOf } from './rules.ts';

/** Admins give and take roles, except that of an owner, which only owners do. One owner always remains. */
export async function changeRole(
  world: World,
  asker: Asker,
  devices: Pick<Devices, 'forget'>,
  { userId, role }: { userId: Id; role: Role },
): Promise<void> {
  const { workspaceId } = asker;
  const args = { workspaceId, userId, role, asker: asker.role };
  const here = 'workspace_id = :workspaceId AND user_id = :userId AND removed_at IS NULL';
  const results = await world.directory.batch([
    {
      sql: `UPDATE membership SET role = :role WHERE ${here} AND ${allowedSql} AND (:asker = 'owner' OR :role <> 'owner')
AND (:role = 'owner' OR NOT ${lastOwnerSql}) AND role <> :role`,
      args,
    },
    endInvitationsOf({ workspaceId, userId, at: world.now() }),
    { sql: `SELECT role FROM membership WHERE ${here}`, args: { workspaceId, userId } },
  ]);
  devices.forget();
  const now = results[2]?.rows[0]?.role;
  if (now === undefined) throw new CodedError('not_found');
  if (now !== role) throw refusalOf(asker);
  await mirrorMember(world, { workspaceId, userId, by: asker.userId });
}
