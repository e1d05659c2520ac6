import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { CodedError } from '../shared/kit/error.ts';
import type { Id } from '../shared/kit/id.ts';
import { passingFailure } from './db/failure.ts';
import { filePath, migrate } from './db/migrate.ts';
import { type Db, engineOf, openDb } from './db/open.ts';
import { type Settings, SettingsError } from './env.ts';
import type { Log } from './log.ts';
import type { Workspace, World } from './services/context.ts';
import { readStoredNames } from './services/search/read-names.ts';
import { type Hub, makeHub } from './services/sync/hub.ts';
import { makeWriter } from './services/sync/writer.ts';

export type OpenWorld = World & {
  /** Who waits for news of which workspace. */
  hub: Hub;
  opened: () => Workspace[];
  /**
   * Takes a workspace away for some work on its database: closed, and `server.busy` for whoever asks for it
   * meanwhile. It is opened anew when it is next asked for.
   */
  away: <T>(id: Id, work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

type Clock = { now: () => number; random: (bytes: number) => Uint8Array };

/** The databases: the directory at once, a workspace migrated and opened when it is first asked for. */
export async function openWorld(
  settings: Settings,
  log: Log,
  clock: Clock = { now: Date.now, random: randomBytes },
): Promise<OpenWorld> {
  const hub = makeHub((error) => log.error({ err: error }, 'news failed'));
  const workspaces = new Map<Id, Promise<Workspace>>();
  const open = new Map<Id, Workspace>();
  const options = { now: clock.now(), confirmed: settings.snapshotWritten };
  const said = await migrate(settings.directory, { kind: 'directory', ...options });
  if (said.applied.length > 0) log.info({ ...said, database: 'directory' }, 'migrated');
  const directory: Db = openDb(settings.directory);

  async function openWorkspace(id: Id): Promise<Workspace> {
    const place = settings.workspace(id);
    const isKnown = await knows(directory, id);
    // Opening a file that is not there would make an empty one in its place.
    if (isKnown && engineOf(place.url) === 'file' && !existsSync(filePath(place.url))) throw missing(id);
    const done = await migrate(place, { kind: 'workspace', ...options, now: clock.now() });
    if (done.applied.length > 0) log.info({ ...done, workspace: id }, 'migrated');
    const db = tellingOf(openDb(place), () => hub.tell(id));
    const isHere = await holds(db, id);
    if (!isHere && isKnown) {
      db.close();
      throw missing(id);
    }
    if (isHere) await readStoredNames(db);
    const writer = makeWriter(db, clock.now, (error) =>
      log.error({ err: error, workspace: id }, 'write failed'),
    );
    const workspace = { id, db, writer };
    open.set(id, workspace);
    return workspace;
  }

  return {
    directory,
    hub,
    ...clock,
    fileRoom: settings.fileRoom,
    workspace: (id) => {
      const known = workspaces.get(id);
      if (known) return known;
      const opening = openWorkspace(id);
      workspaces.set(id, opening);
      opening.catch(() => workspaces.get(id) === opening && workspaces.delete(id));
      return opening;
    },
    opened: () => Array.from(open.values()),
    away: async (id, work) => {
      const opening = workspaces.get(id);
      const gone = Promise.reject<Workspace>(new CodedError('server.busy', 'restore'));
      gone.catch(() => undefined);
      workspaces.set(id, gone);
      try {
        // One that could not be opened is as good as closed.
        const here = await opening?.catch(() => null);
        open.delete(id);
        hub.end(id);
        if (here) {
          await here.writer.drained();
          await settle(here.db, log);
        }
        return await work();
      } finally {
        workspaces.delete(id);
      }
    },
    close: async () => {
      for (const { writer, db } of open.values()) {
        await writer.drained();
        await settle(db, log);
      }
      await settle(directory, log);
    },
  };
}

/** Every write of this process is a batch, whoever makes it: afterwards those who wait for news are told. */
const tellingOf = (db: Db, tell: () => void): Db => ({
  ...db,
  batch: async (statements) => {
    const results = await db.batch(statements);
    tell();
    return results;
  },
});

/** Writes the log back and closes. What cannot be written back now is safe in the log, and is at the next start. */
async function settle(db: Db, log: Log): Promise<void> {
  try {
    await db.checkpoint();
  } catch (error) {
    const passing = passingFailure(error);
    if (!passing) throw error;
    log.warn({ code: passing.code }, 'not written back');
  } finally {
    db.close();
  }
}

const knows = async (directory: Db, id: Id): Promise<boolean> =>
  (await directory.execute('SELECT 1 FROM workspace WHERE id = ?', [id])).rows.length > 0;

/** The directory knows a workspace whose database is gone; it may come back while we run. */
const missing = (id: Id) => new CodedError('workspace.missing', id);

/** Whether a database is that of a workspace already. One never serves two, whatever the template of URLs says. */
async function holds(db: Db, id: Id): Promise<boolean> {
  const { rows } = await db.execute(`SELECT value FROM meta WHERE key = 'id'`);
  const found = rows[0]?.value;
  if (found === undefined || found === id) return found === id;
  db.close();
  throw new SettingsError(
    'The database at SIDEBOOK_WORKSPACE_URL holds another workspace; put {workspace} into the URL, so that each has its own.',
  );
}
