import type { Role } from '../../../shared/domain/rows.ts';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { userIfNew } from '../account/user.ts';
import type { Workspace, World } from '../context.ts';
import { mirrorMember } from './mirror.ts';

export type NewMember = {
  id?: Id;
  name: string;
  email: string | null;
  role: Exclude<Role, 'owner'>;
};

/** A teammate: a user of the server, a membership, and a member row that every mirror of the workspace learns of. */
export async function addMember(world: World, here: Workspace, given: NewMember): Promise<Id> {
  const at = world.now();
  const id = given.id ?? idFrom(at, world.random(10));
  await world.directory.batch([
    userIfNew({ id, name: given.name, email: given.email }, at),
    {
      sql: `INSERT INTO membership (workspace_id, user_id, role, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      args: [here.id, id, given.role, at],
    },
  ]);
  await mirrorMember(world, { workspaceId: here.id, userId: id });
  return id;
}
