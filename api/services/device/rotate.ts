import type { InStatement } from '@libsql/client';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Scope } from '../context.ts';
import { hashOfToken, tokenFrom } from './token.ts';

/** Spent tokens are known this long, so that the use of a stolen one is noticed. */
const spentKeptMs = 400 * 86_400_000;

/**
 * Hands out a device's next token. The present one stays valid until the next one has been used once, so an answer
 * that never arrives costs nothing: asking again replaces the unused one.
 */
export async function rotateToken({ directory, caller, now, random }: Scope): Promise<{ token: string }> {
  const token = tokenFrom(random);
  const { deviceId } = caller;
  const at = now();
  const [, , made] = await directory.batch([
    {
      sql: `DELETE FROM device_token WHERE device_id = ? AND (state = 'next' OR (state = 'spent' AND created_at < ?))`,
      args: [deviceId, at - spentKeptMs],
    },
    {
      sql: `INSERT INTO device_token (hash, device_id, state, created_at)
SELECT ?, id, 'next', ? FROM device WHERE id = ? AND revoked_at IS NULL`,
      args: [hashOfToken(token), at, deviceId],
    },
    { sql: 'SELECT 1 FROM device WHERE id = ? AND revoked_at IS NULL', args: [deviceId] },
  ]);
  if (made?.rows.length === 0) throw new CodedError('auth.revoked');
  return { token };
}

/** The first use of the next token: it becomes the current one, and the former one is spent. */
export const promoteToken = (deviceId: Id, hash: string, at: number): InStatement[] => [
  {
    sql: `UPDATE device_token SET state = 'spent', spent_at = :at WHERE device_id = :deviceId AND state = 'current'
AND EXISTS (SELECT 1 FROM device_token WHERE hash = :hash AND state = 'next')`,
    args: { deviceId, hash, at },
  },
  { sql: `UPDATE device_token SET state = 'current' WHERE hash = :hash AND state = 'next'`, args: { hash } },
];

/** What a killed browser had sent may still be on its way: refused, it proves nothing. Twice as long as a client waits. */
const lateMs = 60_000;

/** Someone else has an old token, or has the new one: either way neither may go on. */
export const revokeSpent = (deviceId: Id, hash: string, at: number): InStatement => ({
  sql: `UPDATE device SET revoked_at = :at WHERE id = :deviceId AND revoked_at IS NULL
AND EXISTS (SELECT 1 FROM device_token WHERE hash = :hash AND COALESCE(spent_at, 0) <= :at - ${lateMs})`,
  args: { deviceId, hash, at },
});
