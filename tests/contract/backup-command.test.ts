import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { doAsAdmin } from '../../api/admin/do.ts';
import { readSettings } from '../../api/env.ts';
import { silentLog } from '../../api/log.ts';
import { quietJob } from '../../api/services/backup/keeper.ts';
import type { BackupListed } from '../../api/services/backup/manifest.ts';
import type { Restored } from '../../api/services/backup/restore.ts';
import type { BackupDone } from '../../api/services/backup/run.ts';
import { claimPairing } from '../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../api/services/pairing/create.ts';
import { startServer } from '../../api/start.ts';

const data = mkdtempSync(join(tmpdir(), 'sidebook-command-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const env = { PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_BACKUP_AT: 'off' };
const settings = readSettings(env);
const ask = (verb: string, input: unknown = {}) => doAsAdmin(settings, verb, input, quietJob, silentLog);

it('a backup and a restore go through the server that runs, and are done here when none does', async () => {
  const server = await startServer(env, { log: silentLog });
  const { name, manifest } = (await ask('backup')) as BackupDone;
  const restored = (await ask('restore', { from: name, workspaces: [server.home] })) as Restored;
  expect(restored.workspaces.map(({ id }) => id)).toEqual([server.home]);
  expect((await server.world.workspace(server.home)).id).toBe(server.home);
  await expect(ask('nonsense')).rejects.toThrow('does not know "nonsense"');
  await server.close();
  expect(readdirSync(data)).not.toContain('admin.json');
  const alone = (await ask('backup', { workspaces: [server.home] })) as BackupDone;
  expect(alone.manifest.parts.map(({ of }) => of)).toEqual(manifest.parts.map(({ of }) => of));
  expect(((await ask('backups')) as BackupListed[]).map(({ state }) => state)).toEqual([
    'whole',
    'whole',
    'whole',
  ]);
  expect(readdirSync(data)).not.toContain('lock');
}, 60_000);

it('a browser that asks while its workspace is away is told to come back, and finds it again', async () => {
  const server = await startServer(env, { log: silentLog });
  const { code } = await createPairingCode(server.world, {
    workspaceId: server.home,
    userId: server.owner.id,
  });
  const { token } = await claimPairing(server.world, { code, deviceName: 'x' });
  const pull = () => {
    const input = encodeURIComponent(JSON.stringify({ epoch: null, cursor: 0, limit: 10 }));
    return fetch(`${server.origin}/trpc/sync.pull?input=${input}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  };
  expect((await pull()).status).toBe(200);
  await server.world.away(server.home, async () => {
    const answer = await pull();
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect(await answer.text()).toContain('server.busy');
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  });
  expect((await pull()).status).toBe(200);
  await server.close();
}, 60_000);

it('a damaged directory is put aside by a restore of everything, and by nothing else', async () => {
  const [newest] = (await ask('backups')) as BackupListed[];
  for (const end of ['-wal', '-shm']) rmSync(join(data, `directory.db${end}`), { force: true });
  writeFileSync(join(data, 'directory.db'), 'no database '.repeat(2_000));
  const from = newest?.name;
  await expect(ask('backup')).rejects.toThrow(/not a database/);
  const restored = (await ask('restore', { from, workspaces: 'all' })) as Restored;
  expect(restored.directory).toBe(true);
  expect(readdirSync(data).filter((each) => each.startsWith('directory.db.damaged'))).toHaveLength(1);
  const server = await startServer(env, { log: silentLog });
  expect(restored.workspaces.map(({ id }) => id)).toEqual([server.home]);
  await server.close();
}, 60_000);

it.each([
  ['a kind that only the server makes', 'backup', { kind: 'scheduled' }],
  ['a field that nobody knows', 'restore', { from: 'x', workspaces: 'all', force: true }],
  ['no workspace', 'deleteWorkspace', { workspaceId: '' }],
  ['a person by nothing', 'erasePerson', { workspaceId: '0199aaaa-0000-7000-8000-000000000000', person: {} }],
])('%s is refused', async (_what, verb, input) => {
  await expect(ask(verb, input)).rejects.toThrow(/^The request is wrong at "/);
});
