import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import type { Devices } from '../device/authorise.ts';
import { mirrorMember } from './mirror.ts';

/** For whoever has the machine: an owner of a workspace whose owners are all gone. */
export async function makeOwner(
  world: World,
  devices: Pick<Devices, 'forget'>,
  { workspaceId, userId }: { workspaceId: Id; userId: Id },
): Promise<void> {
  const { rowsAffected } = await world.directory.execute(
    `INSERT INTO membership (workspace_id, user_id, role, created_at)
SELECT w.id, u.id, 'owner', ? FROM workspace w, user u WHERE w.id = ? AND u.id = ?
ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = 'owner', removed_at = NULL`,
    [world.now(), workspaceId, userId],
  );
  devices.forget();
  if (rowsAffected === 0) throw new CodedError('not_found');
  await mirrorMember(world, { workspaceId, userId });
}
