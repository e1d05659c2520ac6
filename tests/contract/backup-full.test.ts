import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { makeKeeper } from '../../api/services/backup/keeper.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { openDesk } from './desk.ts';
import { contactInput, mailInput } from './inputs.ts';

// Only where a small file system may be mounted: nothing else is full in the middle of a copy.
const folder = mkdtempSync(join(tmpdir(), 'sidebook-full-backups-'));
const mount = (options: string) =>
  spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' }).status === 0;
const isMounted = process.platform === 'linux' && process.getuid?.() === 0 && mount('size=700k');
afterAll(() => {
  if (isMounted) spawnSync('/bin/umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!isMounted)(
  'a backup that finds no room says so, leaves nothing, and harms nothing',
  async () => {
    const desk = await openDesk('file');
    const settings = { ...desk.settings, backups: { ...desk.settings.backups, folder } };
    const keeper = makeKeeper({ world: desk.world, settings, log: silentLog, changed: () => {} });
    const client = desk.client();
    const contact = contactInput();
    await client.act('contact.add', contact);
    // Still in the log alone: the file itself is small, so the copy is begun and runs out of room.
    await desk.here.db.execute('PRAGMA wal_autocheckpoint=0');
    for (let i = 0; i < 20; i++)
      await client.act(
        'interaction.log',
        mailInput({ contactIds: [contact.id], body: `${i} ${'y'.repeat(50_000)}` }),
      );
    await expect(runBackup(keeper, { kind: 'manual' })).rejects.toThrow('server.disk_full');
    expect(readdirSync(folder)).toEqual([]);
    // Written back, so that it is seen beforehand.
    await desk.here.db.checkpoint();
    await expect(runBackup(keeper, { kind: 'manual' })).rejects.toThrow('server.disk_full: backup');
    expect(readdirSync(folder)).toEqual([]);
    expect(await client.act('contact.add', contactInput())).toMatchObject({ status: 'applied' });
    spawnSync('/bin/mount', ['-o', 'remount,size=20m', folder]);
    expect((await runBackup(keeper, { kind: 'manual' })).manifest.parts[1]?.rows.interaction).toBe(20);
    await desk.close();
  },
  60_000,
);
