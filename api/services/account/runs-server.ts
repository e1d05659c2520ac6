import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

/**
 * Whether somebody looks after the server as a whole: who owns the workspace that the first start made, or, where
 * that was deleted, the first person.
 */
export async function runsServer(directory: Db, userId: Id): Promise<boolean> {
  const { rows } = await directory.execute(
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM workspace WHERE kind = 'home')
  THEN EXISTS (SELECT 1 FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE w.kind = 'home' AND m.user_id = :userId AND m.role = 'owner' AND m.removed_at IS NULL)
  ELSE :userId = (SELECT id FROM user ORDER BY created_at, id LIMIT 1) END AS runs`,
    { userId },
  );
  return rows[0]?.runs === 1;
}
