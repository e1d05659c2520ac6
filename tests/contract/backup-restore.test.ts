import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePath } from '../../api/db/migrate.ts';
import type { Place } from '../../api/db/open.ts';
import { readSettings, type Settings } from '../../api/env.ts';
import { silentLog } from '../../api/log.ts';
import { type Keeper, makeKeeper } from '../../api/services/backup/keeper.ts';
import { listBackups, manifestFile } from '../../api/services/backup/manifest.ts';
import { restore } from '../../api/services/backup/restore.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { openWorld } from '../../api/world.ts';
import { canRun, type Desk, type Engine, engines, newId, openDesk } from './desk.ts';
import { digestOf, digestOfFile } from './digest.ts';
import { contactInput, mailInput } from './inputs.ts';
import { startSqld } from './sqld.ts';

const changed = () => {};
const keeperOf = (desk: Desk): Keeper =>
  makeKeeper({ world: desk.world, settings: desk.settings, log: silentLog, changed });
const epochOf = async (desk: Desk) => {
  const { db } = await desk.world.workspace(desk.here.id);
  return String((await db.execute(`SELECT value FROM meta WHERE key = 'epoch'`)).rows[0]?.value);
};
const namesOf = async (desk: Desk) => {
  const { db } = await desk.world.workspace(desk.here.id);
  return (await db.execute('SELECT name FROM contact ORDER BY name')).rows.map(({ name }) => name);
};

async function fill(desk: Desk, count = 12): Promise<void> {
  const client = desk.client();
  for (let i = 0; i < count; i++) {
    const contact = contactInput({
      name: `Anna ${String(i).padStart(2, '0')}`,
      keys: [{ kind: 'email', value: `anna${i}@q.example`, source: null }],
    });
    await client.act('contact.add', contact);
    await client.act('interaction.log', mailInput({ contactIds: [contact.id], body: '王'.repeat(3_000) }));
  }
}

/** A server without anything, on its own engine. */
async function freshWorld(engine: Engine, backups: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-fresh-'));
  const servers = engine === 'sqld' ? await Promise.all([startSqld(), startSqld()]) : [];
  const [first, second] = servers.map(({ url }): Place => ({ url, token: undefined }));
  const settings: Settings = {
    ...readSettings({ SIDEBOOK_DATA: folder, SIDEBOOK_BACKUPS: backups }),
    ...(first ? { directory: first } : {}),
    ...(second ? { workspace: () => second } : {}),
  };
  const world = await openWorld(settings, silentLog);
  return {
    keeper: makeKeeper({ world, settings, log: silentLog, changed }),
    close: async () => {
      await world.close();
      for (const server of servers) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe.each(engines)('a backup of %s', (from) => {
  describe.skipIf(!canRun(from) || !canRun('sqld'))('is restored', () => {
    let desk: Desk;
    let made: Awaited<ReturnType<typeof runBackup>>;
    beforeAll(async () => {
      desk = await openDesk(from);
      await fill(desk);
      made = await runBackup(keeperOf(desk), { kind: 'manual' });
    });
    afterAll(() => desk.close());

    it.each(engines)('to a fresh server on %s, with the same rows, people and results', async (to) => {
      const { keeper, close } = await freshWorld(to, desk.settings.backups.folder);
      try {
        const done = await restore(keeper, { from: made.name, workspaces: 'all' });
        expect(done).toMatchObject({ directory: true, workspaces: [{ id: desk.here.id, name: 'Desk' }] });
        const { db } = await keeper.world.workspace(desk.here.id);
        const part = made.manifest.parts[1];
        expect(await digestOf(db)).toEqual(await digestOfFile(join(made.path, part?.file ?? '')));
        const users = await keeper.world.directory.execute('SELECT id FROM user');
        expect(users.rows.map(({ id }) => id)).toEqual([desk.owner]);
        const found = await db.execute(
          `SELECT count(*) AS n FROM search_text WHERE search_text MATCH '"王 王"'`,
        );
        expect(found.rows[0]?.n).toBe(12);
        expect((await db.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
      } finally {
        await close();
      }
    });
  });
});

describe.each(engines)('a restore on a serving %s', (engine) => {
  describe.skipIf(!canRun(engine))('server', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await openDesk(engine);
      await fill(desk, 3);
    });
    afterAll(() => desk.close());

    it('brings back what was, under a new epoch, and can itself be undone', async () => {
      const keeper = keeperOf(desk);
      const { name } = await runBackup(keeper, { kind: 'manual' });
      const before = await digestOf((await desk.world.workspace(desk.here.id)).db);
      const epoch = await epochOf(desk);
      await desk.client().act('contact.add', contactInput({ name: 'Later' }));
      const later = await digestOf(desk.here.db);
      const { undo, directory } = await restore(keeper, { from: name, workspaces: [desk.here.id] });
      expect(directory).toBe(false);
      expect(await digestOf((await desk.world.workspace(desk.here.id)).db)).toEqual(before);
      expect(await epochOf(desk)).not.toBe(epoch);
      await restore(keeper, { from: undo[0] ?? '', workspaces: 'all' });
      expect(await digestOf((await desk.world.workspace(desk.here.id)).db)).toEqual(later);
      expect(await namesOf(desk)).toContain('Later');
    });

    it('says server.busy to whoever asks meanwhile, and keeps every write that is acknowledged after it', async () => {
      const keeper = keeperOf(desk);
      const { name } = await runBackup(keeper, { kind: 'manual' });
      const said: string[] = [];
      let running = true;
      const asking = (async () => {
        while (running) {
          const answer = await desk.world.workspace(desk.here.id).then(
            ({ db }) =>
              db.execute('SELECT 1').then(
                () => 'ok',
                (error: { code: string }) => error.code,
              ),
            (error: { code: string }) => error.code,
          );
          said.push(answer);
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      await restore(keeper, { from: name, workspaces: [desk.here.id] });
      running = false;
      await asking;
      expect(new Set(said)).toEqual(new Set(['ok', 'server.busy']));
      const here = await desk.world.workspace(desk.here.id);
      await here.writer.write(
        { client: newId(), number: 1, at: 1, by: desk.owner },
        { refuse: [], effects: [`UPDATE meta SET value = 'Renamed' WHERE key = 'name'`], args: {} },
      );
      if (engine !== 'file') return;
      // As a kill would leave it: the file and its log, read by somebody else.
      const folder = mkdtempSync(join(tmpdir(), 'sidebook-after-'));
      for (const end of ['', '-wal']) cpSync(filePath(here.db.url) + end, join(folder, `copy.db${end}`));
      const { default: Database } = await import('libsql');
      const copy = new Database(join(folder, 'copy.db'));
      expect(copy.prepare(`SELECT value FROM meta WHERE key = 'name'`).get([])).toMatchObject({
        value: 'Renamed',
      });
      rmSync(folder, { recursive: true, force: true });
    });
  });
});

describe('a restore', () => {
  let desk: Desk;
  let made: Awaited<ReturnType<typeof runBackup>>;
  beforeAll(async () => {
    desk = await openDesk('file');
    await fill(desk, 2);
    made = await runBackup(keeperOf(desk), { kind: 'manual' });
  });
  afterAll(() => desk.close());
  const all = (from: string) => restore(keeperOf(desk), { from, workspaces: 'all' });
  /** The backup again, under another name, with something done to it. */
  const spoilt = (spoil: (path: string) => void) => {
    const path = join(desk.settings.backups.folder, `spoilt-${newId()}`);
    cpSync(made.path, path, { recursive: true });
    spoil(path);
    return path;
  };
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(path, manifestFile), change(readFileSync(join(path, manifestFile), 'utf8')));
  const workspaceFile = () => made.manifest.parts[1]?.file ?? '';

  it.each([
    ['no backup', () => '/nowhere', /There is no backup at "\/nowhere"/],
    ['an empty name', () => '', /There is no backup at ""/],
    [
      'a folder without its manifest',
      () => spoilt((path) => rmSync(join(path, manifestFile))),
      /no backup at/,
    ],
    [
      'a file with one byte changed',
      () =>
        spoilt((path) => {
          const file = join(path, workspaceFile());
          const bytes = readFileSync(file);
          bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
          writeFileSync(file, bytes);
        }),
      /its checksum is another/,
    ],
    [
      'a file cut short',
      () => spoilt((path) => writeFileSync(join(path, workspaceFile()), 'short')),
      /a file is missing or cut short/,
    ],
    [
      'a manifest of a later format',
      () => spoilt((path) => edit(path, (text) => text.replace('"format": 1', '"format": 2'))),
      /of a newer Sidebook/,
    ],
    [
      'a manifest that names a file elsewhere',
      () => spoilt((path) => edit(path, (text) => text.replace(workspaceFile(), '../../secret.db'))),
      /cannot be read/,
    ],
  ])('of %s is refused in a sentence and changes nothing', async (_what, from, sentence) => {
    const before = await digestOf((await desk.world.workspace(desk.here.id)).db);
    const folders = readdirSync(desk.settings.backups.folder).length;
    const given = from();
    const more = existsSync(given) && given.includes('spoilt') ? 1 : 0;
    await expect(all(given)).rejects.toThrow(sentence);
    expect(await digestOf((await desk.world.workspace(desk.here.id)).db)).toEqual(before);
    expect(readdirSync(desk.settings.backups.folder).length).toBe(folders + more);
  });

  it('of a newer version is refused in a sentence', async () => {
    const here = await desk.world.workspace(desk.here.id);
    await here.db.execute(`INSERT INTO migration (name, hash, applied_at) VALUES ('9999_later', 'x', 1)`);
    const later = await runBackup(keeperOf(desk), { kind: 'manual' });
    await here.db.execute(`DELETE FROM migration WHERE name = '9999_later'`);
    await expect(all(later.name)).rejects.toThrow(/written by a newer Sidebook \(.*\); update this server/);
    expect(await namesOf(desk)).toHaveLength(2);
  });

  it('of a workspace that the backup does not hold names those it holds', async () => {
    const wanted = { from: made.name, workspaces: [newId()] };
    await expect(restore(keeperOf(desk), wanted)).rejects.toThrow(`it holds ${desk.here.id}`);
  });

  it('of one workspace leaves the others alone, and two restores take turns', async () => {
    const owner = { id: desk.owner, name: 'Olive', email: null };
    const other = await createWorkspace(desk.world, { name: 'Other', kind: 'team', owner });
    const before = await digestOf(other.db);
    const keeper = keeperOf(desk);
    const wanted = { from: made.name, workspaces: [desk.here.id] };
    const both = await Promise.all([restore(keeper, wanted), restore(keeper, wanted)]);
    expect(new Set(both.flatMap(({ undo }) => undo)).size).toBe(2);
    expect(await digestOf(other.db)).toEqual(before);
  });

  it('puts a damaged file aside as it is', async () => {
    const { db } = await desk.world.workspace(desk.here.id);
    const path = filePath(db.url);
    await desk.world.away(desk.here.id, async () => {
      for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
      writeFileSync(path, 'this is no database '.repeat(1_000));
    });
    await expect(desk.world.workspace(desk.here.id)).rejects.toThrow();
    const { undo } = await restore(keeperOf(desk), { from: made.name, workspaces: [desk.here.id] });
    expect(await namesOf(desk)).toHaveLength(2);
    expect(readFileSync(join(undo[0] ?? '', workspaceFile()), 'utf8')).toContain('this is no database');
    const listed = listBackups(desk.settings.backups.folder).find(({ name }) => undo[0]?.endsWith(name));
    expect(listed?.manifest?.parts[0]?.fault).toBeTruthy();
  });
});
