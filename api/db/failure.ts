import { CodedError } from '../../shared/kit/error.ts';

type Coded = { code?: unknown; extendedCode?: unknown; cause?: unknown };

/** A full disk, a lock or a broken connection passes by itself; anything else is a fault of the statement. */
const passing: Record<string, 'server.disk_full' | 'server.busy'> = {
  SQLITE_FULL: 'server.disk_full',
  // The log or the shared-memory file could not be extended: on Linux a full disk comes as this too.
  SQLITE_IOERR_WRITE: 'server.disk_full',
  SQLITE_IOERR_SHMSIZE: 'server.disk_full',
  SQLITE_IOERR: 'server.busy',
  SQLITE_BUSY: 'server.busy',
  SQLITE_LOCKED: 'server.busy',
  SQLITE_BUSY_SNAPSHOT: 'server.busy',
  SQLITE_CANTOPEN: 'server.busy',
  // Its workspace was taken away, for a restore.
  CLIENT_CLOSED: 'server.busy',
  HRANA_WEBSOCKET_ERROR: 'server.busy',
  HRANA_CLOSED_ERROR: 'server.busy',
  SERVER_ERROR: 'server.busy',
  ECONNREFUSED: 'server.busy',
  ECONNRESET: 'server.busy',
  UND_ERR_SOCKET: 'server.busy',
};

/** The error to give for a failure of the engine that will pass; null for any other failure. */
export function passingFailure(error: unknown): CodedError | null {
  for (let at = error as Coded | undefined, depth = 0; at && depth < 5; at = at.cause as Coded, depth++) {
    if (at instanceof CodedError) return at;
    for (const code of [at.extendedCode, at.code]) {
      const known = typeof code === 'string' ? passing[code] : undefined;
      if (known) return new CodedError(known, 'database', { cause: error });
    }
  }
  return null;
}
