import { type Client, createClient, type InArgs, type InStatement, type ResultSet } from '@libsql/client';
import { CodedError } from '../../shared/kit/error.ts';
import { installConnections } from './connection.ts';

export type Engine = 'file' | 'remote';

/** What the rest asks of a database: one statement, or one batch that holds together. Never an open transaction. */
export type Db = {
  readonly engine: Engine;
  readonly url: string;
  execute(sql: string, args?: InArgs): Promise<ResultSet>;
  /** All or nothing, in order. */
  batch(statements: InStatement[]): Promise<ResultSet[]>;
  /** Writes the log back into the file; a remote engine does so by itself. */
  checkpoint(): Promise<void>;
  close(): void;
};

export type Place = { url: string; token: string | undefined };

/** A replica whose primary is down has been seen to hold a write for more than eight seconds. */
const remotePatienceMs = 15_000;

export const engineOf = (url: string): Engine => (url.startsWith('file:') ? 'file' : 'remote');

export function openDb({ url, token }: Place): Db {
  const engine = engineOf(url);
  if (engine === 'file') installConnections();
  const client: Client = createClient(token ? { url, authToken: token } : { url, timeout: 5_000 });
  const bounded = engine === 'file' ? <T>(work: Promise<T>) => work : withPatience;
  return {
    engine,
    url,
    execute: (sql, args = []) => bounded(client.execute({ sql, args })),
    batch: (statements) => bounded(client.batch(statements, 'write')),
    checkpoint: async () => {
      if (engine === 'file') await client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    close: () => client.close(),
  };
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CodedError('server.busy', 'database')), remotePatienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
