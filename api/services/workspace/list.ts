import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

export type WorkspaceListed = { id: Id; name: string; kind: 'home' | 'sample' | 'team' };

export async function listWorkspaces(directory: Db): Promise<WorkspaceListed[]> {
  const { rows } = await directory.execute(
    `SELECT id, name, kind FROM workspace WHERE kind <> 'deleted' ORDER BY created_at, id`,
  );
  return rows as unknown as WorkspaceListed[];
}
