import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { passingFailure } from '../db/failure.ts';
import { filePath } from '../db/migrate.ts';
import { migrationsOf } from '../db/migration.ts';
import type { Db } from '../db/open.ts';
import type { OpenWorld } from '../world.ts';

/** Less than this and the next large push would not fit. */
const leastFree = 1_000_000;

export type Readiness = {
  ready: boolean;
  engine: Db['engine'];
  /** By whose rule an acknowledged write survives a power cut. */
  durability: 'wal, synchronous=FULL' | 'of the remote engine';
  migrations: { directory: string; workspace: string };
  reason: 'stopping' | 'disk_full' | 'database' | null;
};

const level = {
  directory: migrationsOf('directory').at(-1)?.name ?? '',
  workspace: migrationsOf('workspace').at(-1)?.name ?? '',
};

/** Whether a write would go through now: one is tried on every open database and leaves nothing behind. */
export async function readinessOf(world: OpenWorld, stopping: boolean): Promise<Readiness> {
  const { engine } = world.directory;
  const said = {
    engine,
    durability: engine === 'file' ? 'wal, synchronous=FULL' : 'of the remote engine',
    migrations: level,
  } as const;
  if (stopping) return { ready: false, ...said, reason: 'stopping' };
  try {
    // DELETE of nothing takes the write lock and needs no page; the update grows the log by one.
    await world.directory.batch([
      { sql: 'DELETE FROM pairing_code WHERE expires_at < ?', args: [world.now() - 86_400_000] },
    ]);
    // In its turn: a write beside one of another thread would hold the whole process until that is done.
    for (const { db, writer } of world.opened())
      await writer.alone(() =>
        db.batch([{ sql: `UPDATE meta SET value = value WHERE key = 'id'`, args: [] }]),
      );
    for (const { db } of world.opened())
      if (db.engine === 'file' && (await freeBeside(db.url)) < leastFree)
        return { ready: false, ...said, reason: 'disk_full' };
    return { ready: true, ...said, reason: null };
  } catch (error) {
    const full = passingFailure(error)?.code === 'server.disk_full';
    return { ready: false, ...said, reason: full ? 'disk_full' : 'database' };
  }
}

async function freeBeside(url: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(filePath(url)));
  return bavail * bsize;
}
