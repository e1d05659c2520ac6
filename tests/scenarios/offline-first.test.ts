import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { addContact } from '../../extension/actions/add-contact.ts';
import { addDeal } from '../../extension/actions/add-deal.ts';
import { act, type Core } from '../../extension/actions/core.ts';
import { note } from '../../extension/actions/note.ts';
import { personView } from '../../extension/actions/view/person.ts';
import { search } from '../../extension/actions/view/search.ts';
import { openSessions } from '../../extension/messages/screen/session.ts';
import { memoryStore } from '../../extension/mirror/memory-store.ts';
import { openMirror } from '../../extension/mirror/mirror.ts';
import type { Store } from '../../extension/mirror/store.ts';
import { openDrafts } from '../../extension/settings/drafts.ts';
import { openSettings } from '../../extension/settings/settings.ts';
import type { StorageArea } from '../../extension/settings/storage.ts';
import { openLedger } from '../../extension/sync/ledger.ts';
import { claimBy, openRemote } from '../../extension/sync/rpc.ts';
import { openSync } from '../../extension/sync/sync.ts';
import { idFrom } from '../../shared/kit/id.ts';

// The extension's own rooms against a real server, with the browser's storage in memory.

let folder: string;
let server: Running;
const start = (port = '0') => startServer({ PORT: port, SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-sync-'));
  server = await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function memoryArea(): StorageArea {
  const kept = new Map<string, unknown>();
  return {
    get: async (key) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (key) => void kept.delete(key),
  };
}

type Profile = { store: Store; area: StorageArea };
const newProfile = (): Profile => ({ store: memoryStore(), area: memoryArea() });

/** What the background puts together, on a profile that outlives it. */
async function wake({ store, area }: Profile): Promise<Core> {
  const mirror = await openMirror(store);
  const settings = await openSettings(area, ['en']);
  const ledger = openLedger(store);
  const now = () => Date.now();
  const newId = () => idFrom(now(), crypto.getRandomValues(new Uint8Array(10)));
  const rpc = { fetch: globalThis.fetch, now, ledger };
  const never = () => Promise.reject(new Error('No tab here'));
  const sync = openSync({
    mirror,
    settings,
    remote: () => {
      const { device } = settings.get();
      return device && openRemote(rpc, device.server, device.token);
    },
    claim: claimBy(rpc),
    newId,
    now,
  });
  return {
    mirror,
    settings,
    sync,
    sessions: await openSessions(memoryArea(), async () => ({})),
    ledger,
    drafts: openDrafts(area),
    now,
    today: () => '2026-03-10',
    newId,
    readMail: never,
    readPage: never,
    tellTabs: () => undefined,
    healthLine: async () => '',
  };
}

async function paired(profile = newProfile()): Promise<Core> {
  const core = await wake(profile);
  await core.sync.pair(await server.pairLink(), 'Test');
  await core.sync.now();
  return core;
}

const ada = {
  name: 'Ada Lovelace',
  title: null,
  email: 'ada@acme.com',
  phone: null,
  companyName: null,
  domain: null,
  address: null,
  url: null,
  lifeCycle: 'lead' as const,
  channel: 'manual',
  page: null,
};
const about = (contactId: string) => ({ contactIds: [contactId], companyId: null, dealId: null });
const notesOf = async (core: Core, contactId: string) =>
  (await personView(core, contactId))?.timeline.map(({ interaction }) => interaction.body).reverse();

describe('two browsers of one workspace', () => {
  test('[D1] [P2] see the same rows after what one did offline arrived, once and in order', async () => {
    const profile = newProfile();
    const here = await paired(profile);
    const there = await paired();
    const { contactId } = await addContact(here, ada);
    await here.sync.now();

    // The server goes away; everything still works, also after the worker died and woke.
    const { port } = new URL(server.origin);
    await server.close();
    await note(here, { text: 'one', about: about(contactId), page: null });
    const woken = await wake(profile);
    await note(woken, { text: 'two', about: about(contactId), page: null });
    const { dealId } = await addDeal(
      woken,
      {
        title: 'Renewal',
        amountMinor: 120_000,
        currency: 'EUR',
        expectedClose: null,
        need: null,
        contactIds: [contactId],
        companyId: null,
        stageId: null,
      },
      'manual',
    );
    await act(woken, {
      verb: 'deal.close',
      input: { id: dealId, state: 'won', at: Date.now(), lostReason: null, competitor: null },
    });
    await woken.sync.now();
    expect(await woken.sync.link()).toMatchObject({
      status: 'offline',
      waiting: 4,
      code: 'server.unreachable',
    });
    expect(await notesOf(woken, contactId)).toEqual(['one', 'two']);

    server = await start(port);
    await woken.sync.now();
    await woken.sync.now();
    await there.sync.now();
    expect(await woken.sync.link()).toMatchObject({ status: 'online', waiting: 0, parked: [] });
    for (const core of [woken, there]) {
      expect(await notesOf(core, contactId)).toEqual(['one', 'two']);
      expect((await personView(core, contactId))?.deals).toMatchObject([{ title: 'Renewal', state: 'won' }]);
      expect((await search(core, 'lovel')).map(({ title }) => title)).toContain('Ada Lovelace');
    }
  });

  test('[D6] hold, row by row, what the server says', async () => {
    const here = await paired();
    const there = await paired();
    const { contactId } = await addContact(here, { ...ada, email: 'grace@acme.com', name: 'Grace' });
    await act(here, { verb: 'contact.edit', input: { id: contactId, fields: { title: 'Admiral' } } });
    await here.sync.now();
    await here.sync.now();
    await there.sync.now();
    expect(await here.mirror.get('contact', contactId)).toEqual(await there.mirror.get('contact', contactId));
    const company = (await here.mirror.get('contact', contactId))?.companyId ?? '';
    expect(await here.mirror.get('company', company)).toEqual(await there.mirror.get('company', company));
  });
});

test('[P5] [P6] a refused change is parked with its reason and can be discarded; others go on', async () => {
  const core = await paired();
  await act(core, { verb: 'task.complete', input: { id: core.newId(), at: 1 } });
  const { contactId } = await addContact(core, { ...ada, email: 'after@acme.com' });
  await core.sync.now();
  const { parked, waiting } = await core.sync.link();
  expect([parked.map(({ verb, code }) => [verb, code]), waiting]).toEqual([
    [['task.complete', 'task.unknown']],
    0,
  ]);
  expect(await core.mirror.get('contact', contactId)).toBeDefined();
});

describe('pairing', () => {
  test('[T1] spends the code: a second use is refused with a sentence of its own', async () => {
    const link = await server.pairLink();
    const first = await wake(newProfile());
    await first.sync.pair(link, 'First');
    const second = await wake(newProfile());
    await expect(second.sync.pair(link, 'Second')).rejects.toMatchObject({ code: 'pairing.expired' });
    expect((await second.sync.link()).status).toBe('unpaired');
  });

  test('leaves nothing behind when it ends', async () => {
    const profile = newProfile();
    const core = await paired(profile);
    await addContact(core, { ...ada, email: 'gone@acme.com' });
    await core.sync.unpair();
    const woken = await wake(profile);
    expect(await search(woken, 'ada')).toEqual([]);
    expect(await woken.sync.link()).toMatchObject({ status: 'unpaired', waiting: 0, server: null });
  });

  test('[T3] with something that is no Sidebook is calmly refused', async () => {
    const core = await wake(newProfile());
    const { createServer } = await import('node:http');
    const other = createServer((_, answer) => void answer.end('<!doctype html><h1>Hello</h1>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expect(core.sync.pair(`http://127.0.0.1:${port}/pair#ABCD-EFGH`, 'x')).rejects.toMatchObject({
      code: 'server.not_sidebook',
    });
    other.close();
  });
});
