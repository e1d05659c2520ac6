import { randomBytes } from 'node:crypto';
import type { Id } from '../shared/kit/id.ts';
import { migrate } from './db/migrate.ts';
import { type Db, openDb } from './db/open.ts';
import type { Settings } from './env.ts';
import type { Log } from './log.ts';
import type { Workspace, World } from './services/context.ts';
import { makeWriter } from './services/sync/writer.ts';

export type OpenWorld = World & {
  opened: () => Workspace[];
  close: () => Promise<void>;
};

type Clock = { now: () => number; random: (bytes: number) => Uint8Array };

/** The databases: the directory at once, a workspace migrated and opened when it is first asked for. */
export async function openWorld(
  settings: Settings,
  log: Log,
  clock: Clock = { now: Date.now, random: randomBytes },
): Promise<OpenWorld> {
  const workspaces = new Map<Id, Promise<Workspace>>();
  const open = new Map<Id, Workspace>();
  const options = { now: clock.now(), confirmed: settings.snapshotWritten };
  const said = await migrate(settings.directory, { kind: 'directory', ...options });
  if (said.applied.length > 0) log.info({ ...said, database: 'directory' }, 'migrated');
  const directory: Db = openDb(settings.directory);

  async function openWorkspace(id: Id): Promise<Workspace> {
    const place = settings.workspace(id);
    const done = await migrate(place, { kind: 'workspace', ...options, now: clock.now() });
    if (done.applied.length > 0) log.info({ ...done, workspace: id }, 'migrated');
    const db = openDb(place);
    const writer = makeWriter(db, clock.now, (error) =>
      log.error({ err: error, workspace: id }, 'write failed'),
    );
    const workspace = { id, db, writer };
    open.set(id, workspace);
    return workspace;
  }

  return {
    directory,
    ...clock,
    workspace: (id) => {
      const known = workspaces.get(id);
      if (known) return known;
      const opening = openWorkspace(id);
      workspaces.set(id, opening);
      opening.catch(() => workspaces.delete(id));
      return opening;
    },
    opened: () => Array.from(open.values()),
    close: async () => {
      for (const { writer, db } of open.values()) {
        await writer.drained();
        await db.checkpoint();
        db.close();
      }
      await directory.checkpoint();
      directory.close();
    },
  };
}
