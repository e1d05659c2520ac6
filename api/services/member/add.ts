import { type Id, idFrom } from '../../../shared/kit/id.ts';
import type { Workspace, World } from '../context.ts';

export type NewMember = {
  id?: Id;
  name: string;
  email: string | null;
  role: 'admin' | 'member' | 'read-only';
};

/** A teammate: a user of the server and a member row that every mirror of the workspace learns of. */
export async function addMember(world: World, here: Workspace, given: NewMember): Promise<Id> {
  const at = world.now();
  const id = given.id ?? idFrom(at, world.random(10));
  await here.db.batch([
    {
      sql: `INSERT INTO member (id, created_at, updated_at, name, email, role) VALUES (?, ?, ?, ?, ?, ?)`,
      args: [id, at, at, given.name, given.email, given.role],
    },
    {
      sql: `INSERT INTO change (noun, row_id, field, before, after, at, by) VALUES ('member', ?, 'added', NULL, ?, ?, NULL)`,
      args: [id, given.name, at],
    },
    {
      sql: `INSERT INTO feed (seq, noun, row_id) SELECT COALESCE(max(seq), 0) + 1, 'member', ? FROM feed`,
      args: [id],
    },
  ]);
  await world.directory.execute(
    'INSERT INTO user (id, name, email, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [id, given.name, given.email, at],
  );
  return id;
}
