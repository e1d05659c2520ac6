import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { makeKeeper } from '../../api/services/backup/keeper.ts';
import { listBackups, manifestFile } from '../../api/services/backup/manifest.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { lastDue } from '../../api/services/backup/schedule.ts';
import { checksum } from '../../api/services/backup/seal.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { digestOf, digestOfFile } from './digest.ts';
import { contactInput, mailInput } from './inputs.ts';

describe.each(engines)('a backup on %s', (engine) => {
  describe.skipIf(!canRun(engine))(canRun(engine) ? 'here' : 'no binary for this platform', () => {
    let desk: Desk;
    const keeper = () =>
      makeKeeper({ world: desk.world, settings: desk.settings, log: silentLog, changed: () => {} });
    beforeAll(async () => {
      desk = await openDesk(engine);
      const client = desk.client();
      for (let i = 0; i < 30; i++) {
        const contact = contactInput({
          name: `王伟 ${i}`,
          keys: [{ kind: 'email', value: `w${i}@q.example`, source: null }],
        });
        await client.act('contact.add', contact);
        await client.act(
          'interaction.log',
          mailInput({ contactIds: [contact.id], body: 'x'.repeat(60_000) }),
        );
      }
    });
    afterAll(() => desk.close());

    it('holds every row of the directory and the workspace, counted, checked and by its checksum', async () => {
      const { path, manifest } = await runBackup(keeper(), { kind: 'manual' });
      expect(manifest.parts.map(({ of }) => of)).toEqual(['directory', desk.here.id]);
      const part = manifest.parts[1];
      expect(part).toMatchObject({ name: 'Desk', fault: null, rows: { contact: 30, interaction: 30 } });
      for (const { file, sha256, bytes } of manifest.parts) {
        expect(await checksum(join(path, file))).toBe(sha256);
        expect(statSync(join(path, file)).size).toBe(bytes);
      }
      const copy = await digestOfFile(join(path, part?.file ?? ''));
      expect(copy).toEqual(await digestOf(desk.here.db));
      expect(Object.keys(copy)).toContain('search');
      expect(readdirSync(path).sort()).toEqual(['directory.db', manifestFile, part?.file].sort());
    });

    it('does not change what it copies, and is not changed by what comes after', async () => {
      const before = await digestOf(desk.here.db);
      const { path, manifest } = await runBackup(keeper(), { kind: 'manual' });
      expect(await digestOf(desk.here.db)).toEqual(before);
      await desk.client().act('contact.add', contactInput());
      expect(await digestOfFile(join(path, manifest.parts[1]?.file ?? ''))).toEqual(before);
    });

    it('tells how far it is, and leaves nothing when it is cancelled', async () => {
      const stop = new AbortController();
      const told: number[] = [];
      const count = () => readdirSync(desk.settings.backups.folder).length;
      const before = count();
      const cancelled = runBackup(
        keeper(),
        { kind: 'manual' },
        {
          signal: stop.signal,
          report: ({ what, done, total }) => {
            told.push(done / total);
            if (what === 'Desk') stop.abort(new Error('Cancelled.'));
          },
        },
      );
      await expect(cancelled).rejects.toThrow('Cancelled.');
      expect(told.every((part) => part >= 0 && part <= 1)).toBe(true);
      expect(count()).toBe(before);
    });

    it('of an unknown workspace is refused', async () => {
      await expect(runBackup(keeper(), { kind: 'manual', workspaces: [newId()] })).rejects.toThrow(
        'not_found: workspace',
      );
      await expect(runBackup(keeper(), { kind: 'manual', workspaces: [''] })).rejects.toThrow('not_found');
    });
  });
});

describe('backups in a folder', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk('file');
  });
  afterAll(() => desk.close());
  const keeper = (keep = 14) =>
    makeKeeper({
      world: desk.world,
      settings: { ...desk.settings, backups: { ...desk.settings.backups, keep } },
      log: silentLog,
      changed: () => {},
    });
  const states = () => listBackups(desk.settings.backups.folder).map(({ state }) => state);

  it('are whole only with their manifest and every file in its size', async () => {
    const { path, manifest } = await runBackup(keeper(), { kind: 'manual' });
    expect(states()).toEqual(['whole']);
    const file = join(path, manifest.parts[1]?.file ?? '');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, -1));
    expect(states()).toEqual(['damaged']);
    writeFileSync(file, bytes);
    const sealed = readFileSync(join(path, manifestFile));
    writeFileSync(join(path, manifestFile), sealed.subarray(0, 40));
    expect(states()).toEqual(['damaged']);
    rmSync(join(path, manifestFile));
    expect(states()).toEqual(['unfinished']);
  });

  it('make room for newer ones, and what a killed server left goes', async () => {
    mkdirSync(join(desk.settings.backups.folder, '2020-01-01T00-00-00-000Z-scheduled'), { recursive: true });
    for (let i = 0; i < 4; i++) await runBackup(keeper(2), { kind: 'scheduled' });
    expect(states()).toEqual(['whole', 'whole']);
    await runBackup(keeper(2), { kind: 'before-delete' });
    expect(states()).toEqual(['whole', 'whole', 'whole']);
    desk.clock.now += 31 * 86_400_000;
    await runBackup(keeper(2), { kind: 'scheduled' });
    expect(listBackups(desk.settings.backups.folder).map(({ manifest }) => manifest?.kind)).toEqual([
      'scheduled',
      'scheduled',
    ]);
  });

  it('name a workspace whose file is gone, and hold the others', async () => {
    const owner = { id: desk.owner, name: 'Olive', email: null };
    const gone = await createWorkspace(desk.world, { name: 'Gone', kind: 'team', owner });
    const settings = {
      ...desk.settings,
      workspace: (id: string) =>
        id === gone.id ? { url: 'file:/nowhere/x.db', token: undefined } : desk.settings.workspace(id),
    };
    const { manifest } = await runBackup(
      makeKeeper({ world: desk.world, settings, log: silentLog, changed: () => {} }),
      {
        kind: 'manual',
      },
    );
    expect(manifest.missing).toEqual([gone.id]);
    expect(manifest.parts.map(({ of }) => of)).toEqual(['directory', desk.here.id]);
  });
});

it('the nightly time is found through midnight and a change of the clock', () => {
  const at = (text: string) => new Date(text).getTime();
  expect(lastDue(at('2026-03-10T04:00:00'), 180)).toBe(at('2026-03-10T03:00:00'));
  expect(lastDue(at('2026-03-10T03:00:00'), 180)).toBe(at('2026-03-10T03:00:00'));
  expect(lastDue(at('2026-03-10T02:59:59'), 180)).toBe(at('2026-03-09T03:00:00'));
});
