import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import type { Core } from '../../extension/actions/core.ts';
import { newProfile, paired, wake } from './profile.ts';

// A browser's token against a real server: changed for its follower, cut off at each step, and taken away.

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-tokens-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const browser = async (profile = newProfile()) => (await paired(await server.pairLink(), profile)).core();
const agedBy = (core: Core, days: number) => core.device.change({ tokenAt: core.now() - days * 86_400_000 });
const rotated = async (token: string): Promise<string> => {
  const answer = await fetch(`${server.origin}/trpc/device.rotate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  return ((await answer.json()) as { result: { data: { token: string } } }).result.data.token;
};

test('[K1] a token of more than thirty days is changed on the way, and everything goes on', async () => {
  const core = await browser();
  const before = core.device.get()?.token;
  await agedBy(core, 29);
  await core.sync.now();
  expect(core.device.get()?.token).toBe(before);
  await agedBy(core, 31);
  await core.sync.now();
  expect(core.device.get()).toMatchObject({ nextToken: null });
  expect(core.device.get()?.token).not.toBe(before);
  await core.sync.now();
  expect(await core.sync.link()).toMatchObject({ status: 'online', code: null });
});

test('[K1] an answer that was lost with the next token in it costs nothing', async () => {
  const core = await browser();
  await rotated(core.device.get()?.token ?? '');
  await agedBy(core, 31);
  await core.sync.now();
  expect(await core.sync.link()).toMatchObject({ status: 'online', code: null });
});

test('[K1] a worker that was killed with a next token goes on with it, used already or not', async () => {
  for (const used of [false, true]) {
    const profile = newProfile();
    const first = await browser(profile);
    const nextToken = await rotated(first.device.get()?.token ?? '');
    await first.device.change({ nextToken });
    if (used)
      await fetch(`${server.origin}/trpc/workspace.show`, {
        headers: { authorization: `Bearer ${nextToken}` },
      });
    await first.sync.close();
    const woken = await (await wake(profile)).core();
    await woken.sync.now();
    expect(woken.device.get()).toMatchObject({ token: nextToken, nextToken: null });
    expect((await woken.sync.link()).status).toBe('online');
  }
});

test('[K5] a next token that the server has forgotten is dropped, and the present one goes on', async () => {
  const core = await browser();
  const forgotten = await rotated(core.device.get()?.token ?? '');
  await rotated(core.device.get()?.token ?? '');
  await core.device.change({ nextToken: forgotten });
  await core.sync.now();
  expect(core.device.get()?.nextToken).toBeNull();
  expect((await core.sync.link()).status).toBe('online');
});
