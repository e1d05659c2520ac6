import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { addMember } from '../../api/services/member/add.ts';
import { type Running, startServer } from '../../api/start.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { newId } from './desk.ts';
import { contactInput } from './inputs.ts';
import { hasSqld, type Sqld, startSqld } from './sqld.ts';
import { openStream } from './stream.ts';

const clientOf = (server: Running, token = '') =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${server.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
  });
const pair = async (server: Running, userId?: string) => {
  const code = new URL(await server.pairLink(userId ? { userId } : {})).hash.slice(1);
  return clientOf(server).pairing.claim.mutate({ code, deviceName: 'x' });
};
const listen = (server: Running, token: string, headers = {}) =>
  openStream(server.origin, { authorization: `Bearer ${token}`, ...headers });
const add = (): Mutation => ({ number: 1, verb: 'contact.add', input: contactInput(), at: 1 });
const log = async (server: Running, token: string) =>
  (await clientOf(server, token).sync.push.mutate({ clientId: newId(), confirmed: 0, mutations: [add()] }))
    .cursor;

describe('news over a stream', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-live-'));
  let server: Running;
  let owner: string;
  let mia: string;
  let miaId: string;
  beforeAll(async () => {
    server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
    const here = await server.world.workspace(server.home);
    miaId = await addMember(server.world, here, { name: 'Mia', email: null, role: 'member' });
    owner = (await pair(server)).token;
    mia = (await pair(server, miaId)).token;
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[L1] says that there is news and never what: a number', async () => {
    const stream = await listen(server, mia, { origin: 'chrome-extension://abc' });
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('access-control-allow-origin')).toBe('chrome-extension://abc');
    expect((await stream.next())?.event).toBe('connected');
    expect(await stream.next()).toEqual({ event: 'message', data: { cursor: expect.any(Number) } });
    const cursor = await log(server, owner);
    expect(await stream.next()).toEqual({ event: 'message', data: { cursor } });
    stream.close();
  });

  it('[L3] ends with the reason when the device is revoked, and the next request says it too', async () => {
    const { token } = await pair(server, miaId);
    const stream = await listen(server, token);
    await stream.until(1);
    const here = (await clientOf(server, token).device.list.query()).find((each) => each.here);
    await clientOf(server, owner).device.revoke.mutate({ id: here?.id ?? '' });
    expect(await stream.next()).toMatchObject({
      event: 'serialized-error',
      data: { data: { code: 'auth.revoked' } },
    });
    expect(await stream.next()).toBeNull();
    expect((await listen(server, token)).status).toBe(401);
  });

  it('is nothing for a stranger', async () => {
    expect((await listen(server, 'x'.repeat(43))).status).toBe(401);
  });

  it('is forgotten when its reader goes, and ends when the server stops, which does not wait for it', async () => {
    const gone = await listen(server, mia);
    await gone.until(1);
    gone.close();
    const stream = await listen(server, mia);
    await stream.until(1);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(3_000);
    const last = await stream.next();
    expect(last === null || last.event === 'return').toBe(true);
  });
});

describe.skipIf(!hasSqld)(
  `two API processes on one libSQL server${hasSqld ? '' : ': no binary here'}`,
  () => {
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'sidebook-live-')));
    let engines: Sqld[];
    let servers: Running[];
    beforeAll(async () => {
      engines = await Promise.all([startSqld(), startSqld()]);
      servers = [];
      for (const folder of folders)
        servers.push(
          await startServer(
            {
              PORT: '0',
              SIDEBOOK_DATA: folder,
              SIDEBOOK_DIRECTORY_URL: engines[0]?.url ?? '',
              SIDEBOOK_WORKSPACE_URL: engines[1]?.url ?? '',
            },
            { log: silentLog },
          ),
        );
    });
    afterAll(async () => {
      for (const server of servers) await server.close();
      for (const engine of engines) await engine.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });

    it('[L1] what one writes the other’s listeners hear of within five seconds, and a revocation too', async () => {
      const [first, second] = servers as [Running, Running];
      const { token } = await pair(first);
      const stream = await listen(second, token);
      const read = () => clientOf(second, token).sync.pull.query({ epoch: null, cursor: 0, limit: 1 });
      await read();
      await stream.until(1);
      const began = performance.now();
      await stream.until(await log(first, token));
      expect(performance.now() - began).toBeLessThan(5_000);
      const here = (await clientOf(first, token).device.list.query()).find((each) => each.here);
      await clientOf(first, token).device.revoke.mutate({ id: here?.id ?? '' });
      // The second process read for this device a moment ago, and knows it.
      await expect(read()).rejects.toMatchObject({ data: { code: 'auth.revoked' } });
      await expect(log(second, token)).rejects.toMatchObject({ data: { code: 'auth.revoked' } });
      expect(await stream.next()).toMatchObject({ event: 'serialized-error' });
    });
  },
);
