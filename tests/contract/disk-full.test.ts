import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { type Running, startServer } from '../../api/start.ts';
import { newId } from './desk.ts';
import { mailInput } from './inputs.ts';

// A really full file system where one may be mounted; elsewhere SQLite's own limit, which fails alike.
const folder = mkdtempSync(join(tmpdir(), 'sidebook-full-'));
const mount = (size: string) =>
  spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
    .status === 0;
const isMounted = process.platform === 'linux' && process.getuid?.() === 0 && mount('3m');

let server: Running;
beforeAll(async () => {
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
});
afterAll(async () => {
  await server.close();
  // Lazily: the engine lets go of its files when its statements are collected.
  if (isMounted) spawnSync('/bin/umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

async function setRoom(room: 'little' | 'plenty'): Promise<void> {
  if (isMounted) {
    if (room === 'plenty') spawnSync('/bin/mount', ['-o', 'remount,size=20m', folder]);
    return;
  }
  const { db } = await server.world.workspace(server.home);
  await db.execute(`PRAGMA max_page_count = ${room === 'little' ? 400 : 1_000_000}`);
}

it(`on a full disk (${isMounted ? 'tmpfs' : 'page limit'}) writes say so, reads go on, and space brings writes back without a restart`, async () => {
  const client = (token?: string) =>
    createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url: `${server.origin}/trpc`,
          headers: token ? { authorization: `Bearer ${token}` } : {},
        }),
      ],
    });
  const code = new URL(await server.pairLink()).hash.slice(1);
  const { token } = await client().pairing.claim.mutate({ code, deviceName: 'x' });
  const rpc = client(token);
  const clientId = newId();
  const logged: string[] = [];
  const log = async () => {
    const input = mailInput({ body: `${logged.length} ${'y'.repeat(50_000)}` });
    const mutations = [{ number: logged.length + 1, verb: 'interaction.log', input, at: 1 }];
    const { results } = await rpc.sync.push.mutate({ clientId, confirmed: 0, mutations });
    expect(results).toMatchObject([{ status: 'applied' }]);
    logged.push(input.id);
  };
  await setRoom('little');
  const filling = async () => {
    for (let i = 0; i < 200; i++) await log();
  };
  await expect(filling()).rejects.toMatchObject({ data: { code: 'server.disk_full', httpStatus: 507 } });
  await expect(log()).rejects.toMatchObject({ data: { code: 'server.disk_full' } });
  const { rows } = await rpc.sync.pull.query({ epoch: null, cursor: 0, limit: 1_000 });
  expect(rows.filter(({ noun }) => noun === 'interaction').map(({ row }) => row.id)).toEqual(logged);
  if (isMounted) {
    const ready = await fetch(`${server.origin}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { reason: 'disk_full' }]);
  }
  await setRoom('plenty');
  await log();
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  const { db } = await server.world.workspace(server.home);
  expect((await db.execute('PRAGMA integrity_check')).rows[0]?.integrity_check).toBe('ok');
});
