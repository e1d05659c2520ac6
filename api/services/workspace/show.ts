import type { Id } from '../../../shared/kit/id.ts';
import type { Scope } from '../context.ts';

export type WorkspaceShown = {
  id: Id;
  name: string;
  epoch: string;
  me: { id: Id; name: string; email: string | null };
};

export async function showWorkspace({ here, caller }: Scope): Promise<WorkspaceShown> {
  const { rows } = await here.db.execute(
    `SELECT (SELECT value FROM meta WHERE key = 'name') AS name, (SELECT value FROM meta WHERE key = 'epoch') AS epoch,
  m.id, m.name AS memberName, m.email FROM member m WHERE m.id = :id`,
    { id: caller.userId },
  );
  const row = rows[0];
  return {
    id: here.id,
    name: String(row?.name),
    epoch: String(row?.epoch),
    me: {
      id: caller.userId,
      name: String(row?.memberName),
      email: row?.email === null ? null : String(row?.email),
    },
  };
}
