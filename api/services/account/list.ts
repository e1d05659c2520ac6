import type { Role } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

export type UserListed = {
  id: Id;
  name: string;
  email: string | null;
  /** Whether a password is set. */
  signsIn: boolean;
  workspaces: { id: Id; name: string; role: Role }[];
};

/** Everybody on this server, for whoever runs it. */
export async function listUsers(directory: Db): Promise<UserListed[]> {
  const { rows } = await directory.execute(`SELECT u.id, u.name, u.email,
  EXISTS (SELECT 1 FROM account a WHERE a.user_id = u.id) AS signsIn,
  (SELECT json_group_array(json_object('id', w.id, 'name', w.name, 'role', m.role)) FROM membership m
    JOIN workspace w ON w.id = m.workspace_id WHERE m.user_id = u.id AND m.removed_at IS NULL) AS workspaces
FROM user u ORDER BY u.created_at, u.id`);
  return rows.map((row) => ({
    ...(row as unknown as UserListed),
    signsIn: row.signsIn === 1,
    workspaces: JSON.parse(String(row.workspaces)),
  }));
}
