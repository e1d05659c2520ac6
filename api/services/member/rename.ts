import type { InValue } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { argsOf } from '../plan.ts';
import { workspacesOf } from '../workspace/mine.ts';
import { workspaceIfThere } from '../workspace/there.ts';

const mine = 'EXISTS (SELECT 1 FROM member WHERE id = :id AND name = :was)';
const renameSql = [
  `INSERT INTO change (noun, row_id, field, before, after, at, by) SELECT 'member', :id, 'name', :was, :name, :at, :id WHERE ${mine}`,
  `INSERT INTO feed (seq, noun, row_id) SELECT COALESCE((SELECT max(seq) FROM feed), 0) + 1, 'member', :id WHERE ${mine}
ON CONFLICT (noun, row_id) DO UPDATE SET seq = excluded.seq`,
  'UPDATE member SET name = :name, email = :email, updated_at = :at WHERE id = :id AND name = :was',
];

/** A person's new name and address in each of their workspaces, where they went by the old one. */
export async function renameMember(
  world: World,
  given: { userId: Id; was: string; name: string; email: string },
): Promise<void> {
  const args: Record<string, InValue> = { ...given, id: given.userId, at: world.now() };
  for (const { id } of await workspacesOf(world.directory, given.userId)) {
    const here = await workspaceIfThere(world, id);
    await here?.writer.alone(() => here.db.batch(renameSql.map((sql) => ({ sql, args: argsOf(sql, args) }))));
  }
}
