import type { Id } from '../../../shared/kit/id.ts';
import type { World } from '../context.ts';
import { codeFrom, codeMinutes, hashOfCode } from './code.ts';

export type PairingCode = { code: string; expiresAt: number };

/** A one-time code that pairs a browser with a workspace as a user. Only its hash is kept. */
export async function createPairingCode(
  { directory, now, random }: World,
  { workspaceId, userId }: { workspaceId: Id; userId: Id },
): Promise<PairingCode> {
  const code = codeFrom(random);
  const at = now();
  const expiresAt = at + codeMinutes * 60_000;
  await directory.batch([
    { sql: 'DELETE FROM pairing_code WHERE expires_at < ?', args: [at - 86_400_000] },
    {
      sql: 'INSERT INTO pairing_code (hash, workspace_id, user_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      args: [hashOfCode(code), workspaceId, userId, at, expiresAt],
    },
  ]);
  return { code, expiresAt };
}
