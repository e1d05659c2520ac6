import type { InStatement } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { mirrorMember } from '../member/mirror.ts';
import { showWorkspace } from '../workspace/show.ts';
import { hashOfToken } from './token.ts';

export type Paired = {
  token: string;
  workspace: { id: Id; name: string };
  member: { id: Id; name: string; email: string | null };
  epoch: string;
};

type New = { id: Id; name: string; token: string; at: number };

/** A device and its first token, where a query gives its workspace and user; nothing where it gives none. */
export const deviceFrom = (
  from: { sql: string; args: Record<string, string | number> },
  { id, name, token, at }: New,
): InStatement[] => [
  {
    sql: `INSERT INTO device (id, name, workspace_id, user_id, created_at)
SELECT :newId, :newName, q.workspace_id, q.user_id, :newAt FROM (${from.sql}) q`,
    args: { ...from.args, newId: id, newName: name, newAt: at },
  },
  {
    sql: `INSERT INTO device_token (hash, device_id, state, created_at) SELECT ?, id, 'current', ? FROM device WHERE id = ?`,
    args: [hashOfToken(token), at, id],
  },
];

/** What a browser needs to begin with. */
export async function pairedAs(
  world: World,
  { workspaceId, userId, deviceId, token }: { workspaceId: Id; userId: Id; deviceId: Id; token: string },
): Promise<Paired> {
  await mirrorMember(world, { workspaceId, userId });
  const here = await world.workspace(workspaceId);
  const caller = { deviceId, userId, workspaceId, role: 'read-only' } as const;
  const { me, id, name, epoch } = await showWorkspace({ ...world, caller, here });
  return { token, workspace: { id, name }, member: me, epoch };
}
