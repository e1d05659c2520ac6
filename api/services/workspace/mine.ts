import type { Role } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

export type MyWorkspace = { id: Id; name: string; kind: 'home' | 'sample' | 'team'; role: Role };

/** The workspaces that a user is a member of, the oldest first. */
export async function workspacesOf(directory: Db, userId: Id): Promise<MyWorkspace[]> {
  const { rows } = await directory.execute(
    `SELECT w.id, w.name, w.kind, m.role FROM membership m JOIN workspace w ON w.id = m.workspace_id
WHERE m.user_id = ? AND m.removed_at IS NULL ORDER BY w.created_at, w.id`,
    [userId],
  );
  return rows.map((row) => ({ ...(row as unknown as MyWorkspace) }));
}
