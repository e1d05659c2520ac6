import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { addContact } from '../../extension/actions/add-contact.ts';
import type { Core } from '../../extension/actions/core.ts';
import { paired } from './profile.ts';

// The stream of news between the extension's own rooms and a real server over HTTP.

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-live-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const browser = async () => (await paired(await server.pairLink())).core();
const person = (email: string) => ({
  name: 'Ada Lovelace',
  title: null,
  email,
  phone: null,
  companyName: null,
  domain: null,
  address: null,
  url: null,
  lifeCycle: 'lead' as const,
  channel: 'manual',
  page: null,
});
async function within<T>(ms: number, look: () => Promise<T | undefined>): Promise<T | null> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
const streams = async (core: Core) =>
  (await core.ledger.list()).filter(({ url }) => url.endsWith('/trpc/sync.live'));

test('[L1] [L4] a colleague’s change appears while a sidebar is open, though nobody asks for it', async () => {
  const here = await browser();
  const there = await browser();
  there.sync.looked();
  expect(await within(5_000, async () => ((await streams(there)).length > 0 ? true : undefined))).toBe(true);
  const { contactId } = await addContact(here, person('live@acme.com'));
  const found = await within(5_000, () => there.mirror.get('contact', contactId));
  expect(found?.name).toBe('Ada Lovelace');
  // The stream stands in the ledger; its token stands nowhere.
  expect(await streams(there)).toMatchObject([{ method: 'GET', purpose: 'sync', status: 200 }]);
  for (const core of [here, there]) await core.sync.close();
});

test('[L2] without a sidebar there is no stream', async () => {
  const core = await browser();
  await core.sync.ifStale();
  await core.sync.now();
  expect(await streams(core)).toEqual([]);
});

test('[L3] [K3] [K4] a revoked device’s stream ends, the next request says why, and what waits is kept', async () => {
  const admin = await browser();
  const lost = await browser();
  lost.sync.looked();
  await within(5_000, async () => ((await streams(lost)).length > 0 ? true : undefined));
  const token = admin.device.get()?.token;
  const ask = (path: string, body?: unknown) =>
    fetch(`${server.origin}/trpc/${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    }).then((answer) => answer.json());
  const { result } = (await ask('device.list')) as { result: { data: { id: string; here: boolean }[] } };
  const [newest] = result.data.filter(({ here }) => !here);
  await ask('device.revoke', { id: newest?.id });
  const status = await within(15_000, async () =>
    (await lost.sync.link()).status === 'refused' ? 'refused' : undefined,
  );
  expect(status).toBe('refused');
  await addContact(lost, person('kept@acme.com'));
  await lost.sync.now();
  expect(await lost.sync.link()).toMatchObject({ code: 'auth.revoked', retryAt: null });
  expect((await lost.sync.link()).waiting).toBeGreaterThan(0);
  expect(await lost.sync.wakeAt()).toBeNull();
});
