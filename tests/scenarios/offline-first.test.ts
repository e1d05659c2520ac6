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
import { newProfile, type Profile, paired, wake } from './profile.ts';

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

const coreOf = async (profile = newProfile()) => (await paired(await server.pairLink(), profile)).core();
const woken = async (profile: Profile) => (await wake(profile)).core();

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
    const here = await coreOf(profile);
    const there = await coreOf();
    const { contactId } = await addContact(here, ada);
    await here.sync.now();

    // The server goes away; everything still works, also after the worker died and woke.
    const { port } = new URL(server.origin);
    await server.close();
    await note(here, { text: 'one', about: about(contactId), page: null });
    const later = await woken(profile);
    await note(later, { text: 'two', about: about(contactId), page: null });
    const { dealId } = await addDeal(
      later,
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
    await act(later, {
      verb: 'deal.close',
      input: { id: dealId, state: 'won', at: Date.now(), lostReason: null, competitor: null },
    });
    await later.sync.now();
    expect(await later.sync.link()).toMatchObject({
      status: 'offline',
      waiting: 4,
      code: 'server.unreachable',
    });
    expect(await notesOf(later, contactId)).toEqual(['one', 'two']);

    server = await start(port);
    await later.sync.now();
    await later.sync.now();
    await there.sync.now();
    expect(await later.sync.link()).toMatchObject({ status: 'online', waiting: 0, parked: [] });
    for (const core of [later, there]) {
      expect(await notesOf(core, contactId)).toEqual(['one', 'two']);
      expect((await personView(core, contactId))?.deals).toMatchObject([{ title: 'Renewal', state: 'won' }]);
      expect((await search(core, 'lovel')).map(({ title }) => title)).toContain('Ada Lovelace');
    }
  });

  test('[D6] hold, row by row, what the server says', async () => {
    const here = await coreOf();
    const there = await coreOf();
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
  const core = await coreOf();
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
    await first.call('pair', { link, deviceName: 'First' });
    const second = await wake(newProfile());
    await expect(second.call('pair', { link, deviceName: 'Second' })).rejects.toMatchObject({
      code: 'pairing.expired',
    });
    expect((await second.state()).link.status).toBe('unpaired');
  });

  test('leaves nothing behind when it ends', async () => {
    const profile = newProfile();
    const here = await paired(await server.pairLink(), profile);
    const core = await here.core();
    await addContact(core, { ...ada, email: 'gone@acme.com' });
    await core.drafts.set('note contact x', 'half a thought');
    await here.call('unpair', { place: core.place });
    expect([...profile.stores.keys()]).toEqual(['sidebook']);
    expect([...profile.kept.keys()]).toEqual(['settings']);
    expect(await (await wake(profile)).state()).toMatchObject({
      place: null,
      places: [],
      link: { status: 'unpaired', waiting: 0, server: null },
    });
  });

  test('[T3] with something that is no Sidebook is calmly refused', async () => {
    const here = await wake(newProfile());
    const { createServer } = await import('node:http');
    const other = createServer((_, answer) => void answer.end('<!doctype html><h1>Hello</h1>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await expect(
      here.call('pair', { link: `http://127.0.0.1:${port}/pair#ABCD-EFGH`, deviceName: 'x' }),
    ).rejects.toMatchObject({ code: 'server.not_sidebook' });
    other.close();
  });
});
