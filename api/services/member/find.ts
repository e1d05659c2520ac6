import type { Role } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

/** What somebody may do in a workspace now; null: nothing, as if it were not there. */
export async function roleOf(
  directory: Db,
  { workspaceId, userId }: { workspaceId: Id; userId: Id },
): Promise<Role | null> {
  const { rows } = await directory.execute(
    'SELECT role FROM membership WHERE workspace_id = ? AND user_id = ? AND removed_at IS NULL',
    [workspaceId, userId],
  );
  return (rows[0]?.role as Role | undefined) ?? null;
}
