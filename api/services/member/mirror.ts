import type { InValue } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { argsOf } from '../plan.ts';
import { workspaceIfThere } from '../workspace/there.ts';

const membershipSql = `SELECT u.name, u.email, CASE WHEN m.removed_at IS NULL THEN m.role ELSE 'former' END AS role
FROM membership m JOIN user u ON u.id = m.user_id WHERE m.workspace_id = ? AND m.user_id = ?`;

const differs = `NOT EXISTS (SELECT 1 FROM member WHERE id = :id AND role = :role)`;

/** In the order of their need: what was before is read before it is changed. Nothing happens where nothing differs. */
const mirrorSql = [
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'member', :id, CASE WHEN m.id IS NULL THEN 'added' ELSE 'role' END, m.role, CASE WHEN m.id IS NULL THEN :name ELSE :role END, :at, :by
FROM (SELECT :id AS wanted) LEFT JOIN member m ON m.id = wanted WHERE ${differs}`,
  `INSERT INTO feed (seq, noun, row_id) SELECT COALESCE((SELECT max(seq) FROM feed), 0) + 1, 'member', :id WHERE ${differs}
ON CONFLICT (noun, row_id) DO UPDATE SET seq = excluded.seq`,
  `INSERT INTO member (id, created_at, updated_at, name, email, role) SELECT :id, :at, :at, :name, :email, :role WHERE ${differs}
ON CONFLICT (id) DO UPDATE SET role = excluded.role, updated_at = excluded.updated_at`,
];

/**
 * Brings the workspace's `member` row to what the directory says, so that colleagues see it. Two databases cannot
 * change at once: called after each change of a membership, and again wherever a browser is paired.
 */
export async function mirrorMember(
  world: World,
  { workspaceId, userId, by = null }: { workspaceId: Id; userId: Id; by?: Id | null },
): Promise<void> {
  const { rows } = await world.directory.execute(membershipSql, [workspaceId, userId]);
  const row = rows[0];
  if (!row) return;
  const here = await workspaceIfThere(world, workspaceId);
  if (!here) return;
  const args = {
    id: userId,
    name: row.name,
    email: row.email,
    role: row.role,
    at: world.now(),
    by,
  } as Record<string, InValue>;
  await here.writer.alone(() => here.db.batch(mirrorSql.map((sql) => ({ sql, args: argsOf(sql, args) }))));
}
