import type { Role } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { passingFailure } from '../../db/failure.ts';
import type { Db } from '../../db/open.ts';
import type { Caller } from '../context.ts';
import { promoteToken, revokeSpent } from './rotate.ts';
import { hashOfToken } from './token.ts';

export type Devices = {
  /** The device behind a token. Throws `auth.required`, `auth.revoked` or `auth.removed`. */
  authorise: (token: string | null) => Promise<Caller>;
  /**
   * Who it was when last asked, while `authorise` has to ask a directory elsewhere: a read may begin with it, its
   * answer waits for `authorise`. Null where asking costs nothing.
   */
  expect: (token: string | null) => Caller | null;
  /** Forgets what is cached, so that a change of devices or members counts from the next request on. */
  forget: () => void;
};

const mostCached = 5_000;
/** How exact "last seen" is. */
const seenEveryMs = 3_600_000;

const lookUpSql = `SELECT t.state, d.id AS deviceId, d.user_id AS userId, d.workspace_id AS workspaceId,
  d.revoked_at AS revokedAt, d.last_seen_at AS lastSeenAt, CASE WHEN m.removed_at IS NULL THEN m.role END AS role
FROM device_token t JOIN device d ON d.id = t.device_id
LEFT JOIN membership m ON m.workspace_id = d.workspace_id AND m.user_id = d.user_id WHERE t.hash = ?`;

type Found = {
  state: 'current' | 'next' | 'spent';
  deviceId: Id;
  userId: Id;
  workspaceId: Id;
  revokedAt: number | null;
  lastSeenAt: number | null;
  /** Null: no member any more. */
  role: Role | null;
};

/**
 * Tokens by hash. A directory on a file belongs to this process alone, so what is cached is exact until `forget`; one
 * elsewhere is asked at every request, because another process may have revoked.
 */
export function makeDevices(directory: Db, now: () => number): Devices {
  const cached = new Map<string, { caller: Caller; until: number }>();
  const isExact = directory.engine === 'file';
  let generation = 0;

  async function lookUp(hash: string): Promise<Caller> {
    const started = generation;
    const { rows } = await directory.execute(lookUpSql, [hash]);
    const found = rows[0] as unknown as Found | undefined;
    const caller = await admitted(found, hash);
    if ((found?.lastSeenAt ?? 0) < now() - seenEveryMs) await seen(caller.deviceId);
    // A revocation that came between must not be covered by this older reading.
    if (started === generation) {
      if (cached.size >= mostCached) cached.delete(cached.keys().next().value ?? '');
      cached.set(hash, { caller, until: now() + seenEveryMs });
    }
    return caller;
  }

  async function admitted(found: Found | undefined, hash: string): Promise<Caller> {
    if (!found) throw new CodedError('auth.required');
    const { deviceId, userId, workspaceId, role, state } = found;
    if (role === null) throw new CodedError('auth.removed');
    if (found.revokedAt !== null) throw new CodedError('auth.revoked');
    if (state === 'spent') {
      await directory.batch([revokeSpent(deviceId, hash, now())]);
      forget();
      throw new CodedError('auth.revoked');
    }
    if (state === 'next') {
      await directory.batch(promoteToken(deviceId, hash, now()));
      forget();
    }
    return { deviceId, userId, workspaceId, role };
  }

  /** A full disk must not keep anybody from reading. */
  async function seen(deviceId: Id): Promise<void> {
    try {
      await directory.execute('UPDATE device SET last_seen_at = ? WHERE id = ?', [now(), deviceId]);
    } catch (error) {
      if (!passingFailure(error)) throw error;
    }
  }

  function known(token: string): Caller | null {
    const found = cached.get(hashOfToken(token));
    return found && now() < found.until ? found.caller : null;
  }

  function forget(): void {
    generation += 1;
    cached.clear();
  }

  return {
    authorise: (token) => {
      if (!token) return Promise.reject(new CodedError('auth.required'));
      const caller = isExact ? known(token) : null;
      return caller ? Promise.resolve(caller) : lookUp(hashOfToken(token));
    },
    expect: (token) => (isExact || !token ? null : known(token)),
    forget,
  };
}
