import { CodedError } from '../../../shared/kit/error.ts';
import type { Db } from '../../db/open.ts';
import type { Caller } from '../context.ts';
import { hashOfToken } from './token.ts';

export type Devices = {
  /** The device behind a token. Throws `auth.required` or `auth.revoked`. */
  authorise: (token: string | null) => Promise<Caller>;
  /** Forgets what is cached, so that a revocation counts from the next request on. */
  forget: () => void;
};

const mostCached = 5_000;
/** How exact "last seen" is. */
const seenEveryMs = 3_600_000;

/** Tokens by hash, cached: 5 instead of 50 microseconds. All revocations go through this process. */
export function makeDevices(directory: Db, now: () => number): Devices {
  const cached = new Map<string, { caller: Caller; seenAt: number }>();
  let generation = 0;

  async function lookUp(hash: string): Promise<Caller> {
    const started = generation;
    const { rows } = await directory.execute(
      'SELECT id, user_id AS userId, workspace_id AS workspaceId, revoked_at AS revokedAt FROM device WHERE token_hash = ?',
      [hash],
    );
    const row = rows[0];
    if (!row) throw new CodedError('auth.required');
    if (row.revokedAt !== null) throw new CodedError('auth.revoked');
    const caller = {
      deviceId: String(row.id),
      userId: String(row.userId),
      workspaceId: String(row.workspaceId),
    };
    await seen(caller);
    // A revocation that came between must not be covered by this older reading.
    if (started === generation) {
      if (cached.size >= mostCached) cached.delete(cached.keys().next().value ?? '');
      cached.set(hash, { caller, seenAt: now() });
    }
    return caller;
  }

  async function seen({ deviceId }: Caller): Promise<void> {
    await directory.execute('UPDATE device SET last_seen_at = ? WHERE id = ?', [now(), deviceId]);
  }

  return {
    authorise: (token) => {
      if (!token) return Promise.reject(new CodedError('auth.required'));
      const hash = hashOfToken(token);
      const known = cached.get(hash);
      if (known && now() - known.seenAt < seenEveryMs) return Promise.resolve(known.caller);
      return lookUp(hash);
    },
    forget: () => {
      generation += 1;
      cached.clear();
    },
  };
}
