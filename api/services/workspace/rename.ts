import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';

/** The name in the directory and in the workspace itself, which browsers read. */
export async function renameWorkspace(
  world: World,
  { workspaceId, name }: { workspaceId: Id; name: string },
): Promise<void> {
  const { db, writer } = await world.workspace(workspaceId);
  await world.directory.execute('UPDATE workspace SET name = ? WHERE id = ?', [name, workspaceId]);
  const sql = `UPDATE meta SET value = ? WHERE key = 'name'`;
  await writer.alone(() => db.batch([{ sql, args: [name] }]));
}
