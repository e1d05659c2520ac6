import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { type Running, startServer } from '../../api/start.ts';
import { saidOn, visitor } from './visitor.ts';

let folder: string;
let server: Running;
const start = () => startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-missing-'));
  server = await start();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a workspace whose file is gone is said to be missing, is not made anew, and is back when the file is', async () => {
  const code = new URL(await server.pairLink()).hash.slice(1);
  const client = (token = '') =>
    createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${server.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
    });
  const { token, epoch } = await client().pairing.claim.mutate({ code, deviceName: 'Laptop' });
  const unused = new URL(await server.pairLink()).hash.slice(1);
  const path = join(folder, 'workspaces', `${server.home}.db`);
  await server.close();
  renameSync(path, `${path}.elsewhere`);

  server = await start();
  const owner = visitor(server);
  const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
  expect((await owner.post('/setup', { ...ada, code: new URL(server.setupLink ?? '').hash })).status).toBe(
    303,
  );
  for (const ask of [
    client(token).workspace.show.query(),
    client(token).sync.pull.query({ epoch, cursor: 0, limit: 10 }),
    client().pairing.claim.mutate({ code: unused, deviceName: 'Second' }),
  ])
    await expect(ask).rejects.toMatchObject({ data: { code: 'workspace.missing', httpStatus: 503 } });
  expect((await owner.get('/server')).status).toBe(200);
  const renamed = await owner.post(`/w/${server.home}/settings`, { name: 'New name' });
  expect([renamed.status, saidOn(renamed)]).toEqual([
    503,
    'The server cannot find the data of this workspace. Tell whoever runs it; nothing that waits here is lost.',
  ]);
  expect(existsSync(path)).toBe(false);

  renameSync(`${path}.elsewhere`, path);
  expect((await client(token).workspace.show.query()).epoch).toBe(epoch);
  expect((await client().pairing.claim.mutate({ code: unused, deviceName: 'Second' })).epoch).toBe(epoch);
});
