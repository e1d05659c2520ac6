import type { Id } from '../../../shared/kit/id.ts';
import { userIfNew } from '../account/user.ts';
import type { World } from '../context.ts';
import { listWorkspaces } from '../workspace/list.ts';
import { workspaceIfThere } from '../workspace/there.ts';

const done = 'members_adopted';

/** A server from before there were memberships: who is a member of a workspace is read from it, once. */
export async function adoptMembers(world: World): Promise<void> {
  const known = await world.directory.execute('SELECT 1 FROM setting WHERE key = ?', [done]);
  if (known.rows.length > 0) return;
  let all = true;
  for (const { id } of await listWorkspaces(world.directory)) {
    const here = await workspaceIfThere(world, id);
    if (!here) {
      all = false;
      continue;
    }
    const { rows } = await here.db.execute(
      'SELECT id, name, email, role, created_at AS createdAt FROM member WHERE deleted_at IS NULL',
    );
    const members = rows as unknown as {
      id: Id;
      name: string;
      email: string | null;
      role: string;
      createdAt: number;
    }[];
    await world.directory.batch(
      members.flatMap((member) => [
        userIfNew(member, member.createdAt),
        {
          sql: 'INSERT INTO membership (workspace_id, user_id, role, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
          args: [id, member.id, member.role, member.createdAt],
        },
      ]),
    );
  }
  if (!all) return;
  await world.directory.execute('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    done,
    String(world.now()),
  ]);
}
