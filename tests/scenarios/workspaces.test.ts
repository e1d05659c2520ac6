import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { type Running, startServer } from '../../api/start.ts';
import { addContact } from '../../extension/actions/add-contact.ts';
import { act, type Core } from '../../extension/actions/core.ts';
import { note } from '../../extension/actions/note.ts';
import { learnWorkspace } from '../../extension/actions/pair.ts';
import type { MailScreen } from '../../extension/gmail/surface.ts';
import { memoryStore } from '../../extension/mirror/memory-store.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { newProfile, paired, type Waking, wake } from './profile.ts';

// Two workspaces of one person in one browser, against a real server.

let folder: string;
let server: Running;
let acme: string;
let beta: string;
const owner = {
  id: idFrom(Date.now(), new Uint8Array(10).fill(7)),
  name: 'Nora',
  email: 'nora@ours.example',
};
const acmeCanary = 'canary-acme-7f3a';
const betaCanary = 'canary-beta-9c1e';

// Each test its own: a server takes so many codes a minute and no more.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-workspaces-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  acme = (await createWorkspace(server.world, { name: 'ACME', kind: 'team', owner })).id;
  beta = (await createWorkspace(server.world, { name: 'Beta', kind: 'team', owner })).id;
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const linkTo = (workspaceId: string) => server.pairLink({ workspaceId, userId: owner.id });
const person = (canary: string, email: string) => ({
  name: canary,
  title: null,
  email,
  phone: null,
  companyName: canary,
  domain: null,
  address: canary,
  url: null,
  lifeCycle: 'lead' as const,
  channel: 'manual',
  page: null,
});
const tabId = 5;
const thread = (account: string): MailScreen => ({
  account,
  theme: 'light',
  listed: [],
  thread: {
    id: 'f00d',
    subject: 'Hello',
    selectedId: 'm1',
    sightings: [],
    messages: [
      {
        id: 'm1',
        from: { name: 'Pat', email: 'pat@customer.example' },
        to: [{ name: null, email: account }],
        cc: [],
        at: 1,
        loaded: true,
        digests: [],
      } as unknown as NonNullable<MailScreen['thread']>['messages'][number],
    ],
  },
});
const showMail = (here: Waking, account: string) =>
  here.desk.sessions.change(tabId, { shown: { kind: 'mail', screen: thread(account), level: 'dom' } });

/** Both workspaces in one browser, the same person a contact of both, with all that can be told of them. */
async function both(): Promise<{ here: Waking; first: Core; second: Core }> {
  const here = await paired(await linkTo(acme));
  const first = await here.core();
  await fill(first, acmeCanary);
  await here.call('pair', { link: await linkTo(beta), deviceName: 'Test' });
  const second = await here.core();
  await fill(second, betaCanary);
  for (const core of [first, second]) await core.sync.now();
  return { here, first, second };
}
async function fill(core: Core, canary: string): Promise<void> {
  const { contactId } = await addContact(core, person(canary, 'pat@customer.example'));
  const about = { contactIds: [contactId], companyId: null, dealId: null };
  await note(core, { text: canary, about, page: null });
  await core.drafts.set('note page https://x.example/', canary);
  // Refused by the server: it stays here, with what was typed.
  await act(core, {
    verb: 'contact.edit',
    input: { id: core.newId(), fields: { name: canary } },
  });
}

/** As its user does on the server's page of devices. */
async function revoke(core: Core): Promise<void> {
  const ask = async (path: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${core.device.get()?.token}`,
      'content-type': 'application/json',
    };
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${server.origin}/trpc/${path}`, init);
    return ((await answer.json()) as { result: { data: unknown } }).result.data;
  };
  const devices = (await ask('device.list')) as { id: string }[];
  for (const { id } of devices) await ask('device.revoke', { id });
}

/** All that a page of ours can be told. */
async function told(here: Waking, place: string | null): Promise<string> {
  const core = place === null ? null : await here.workspaces.named(place);
  const page = { tabId, framed: false };
  const ids = core ? (await core.mirror.search('canary', 50)).map(({ noun, id }) => ({ noun, id })) : [];
  const answers: unknown[] = [
    (await here.call('today', {}, page, place)) as unknown,
    await here.call('search', { text: 'canary' }, page, place),
    await here.call('parked', {}, page, place),
    await here.call('draft', { place: 'note page https://x.example/' }, page, place),
  ];
  for (const { noun, id } of ids) {
    if (noun === 'contact') answers.push(await here.call('person', { contactId: id }, page, place));
    if (noun === 'company') answers.push(await here.call('company', { companyId: id }, page, place));
    if (noun !== 'deal') answers.push(await here.call('history', { noun, id }, page, place));
  }
  return JSON.stringify(answers);
}

describe('two workspaces in one browser', () => {
  test('[V2] each keeps its rows, outbox, drafts and history to itself', async () => {
    const { here, first, second } = await both();
    const [a, b] = [await told(here, first.place), await told(here, second.place)];
    expect([a.includes(acmeCanary), a.includes(betaCanary)]).toEqual([true, false]);
    expect([b.includes(betaCanary), b.includes(acmeCanary)]).toEqual([true, false]);
  });

  test('a tab shows the workspace of its mailbox, any other the one in front, and nothing of the other', async () => {
    const { here, first, second } = await both();
    await here.call('bindMailbox', { account: 'Nora@Ours.example ', place: first.place });
    showMail(here, 'nora@ours.example');
    const bound = JSON.stringify(await here.state(tabId));
    expect([bound.includes(acmeCanary), bound.includes(betaCanary)]).toEqual([true, false]);
    showMail(here, 'private@mail.example');
    const free = JSON.stringify(await here.state(tabId));
    expect([free.includes(betaCanary), free.includes(acmeCanary)]).toEqual([true, false]);
    await here.call('switchPlace', { place: first.place });
    expect(JSON.stringify(await here.state(tabId))).not.toContain(betaCanary);
    expect((await here.state()).place).toBe(first.place);
    expect(second.place).not.toBe(first.place);
  });

  test('a click goes to the workspace that was on the screen, whatever the tab shows by then', async () => {
    const { here, first, second } = await both();
    const [hit] = await first.mirror.search('canary', 1);
    await here.call('switchPlace', { place: second.place });
    const about = { contactIds: [hit?.id ?? ''], companyId: null, dealId: null };
    await here.call('note', { text: 'late click', about, page: null }, { tabId, framed: false }, first.place);
    const range = { from: 'interaction/at/', to: 'interaction/at0' };
    const bodies = async (core: Core) =>
      (await core.mirror.tagged('interaction', range)).map(({ body }) => body);
    expect(await bodies(first)).toContain('late click');
    expect(await bodies(second)).not.toContain('late click');
    await expect(
      here.call('today', {}, { tabId, framed: false }, 'a place that is gone'),
    ).rejects.toMatchObject({ code: 'unpaired' });
  });

  test('one is removed with all that was kept of it; the other stays', async () => {
    const profile = newProfile();
    const here = await paired(await linkTo(acme), profile);
    const first = await here.core();
    await fill(first, acmeCanary);
    await here.call('pair', { link: await linkTo(beta), deviceName: 'Test' });
    const second = await here.core();
    await fill(second, betaCanary);
    await here.call('bindMailbox', { account: 'nora@ours.example', place: first.place });
    await here.call('unpair', { place: first.place });
    expect([...profile.stores.keys()].sort()).toEqual(['sidebook', `sidebook-${second.place}`].sort());
    expect(JSON.stringify([...profile.kept])).not.toContain(acmeCanary);
    showMail(here, 'nora@ours.example');
    expect((await here.state(tabId)).place).toBe(second.place);
    // A page of a pull that was under way comes late: it makes nothing anew.
    await first.sync.now();
    await expect(first.mirror.all('member')).rejects.toMatchObject({ code: 'unpaired' });
    expect(profile.stores.size).toBe(2);
    // Another background knows no more of it.
    const later = await wake(profile);
    expect((await later.state()).places.map(({ workspace }) => workspace)).toEqual(['Beta']);
  });

  test('another workspace of the same person is entered without a code', async () => {
    const here = await paired(await linkTo(acme));
    const others = await here.call('otherWorkspaces', {});
    expect(others.map(({ name }) => name)).toContain('Beta');
    expect(others.map(({ name }) => name)).not.toContain('ACME');
    await here.call('enter', { workspaceId: beta });
    expect((await here.state()).link).toMatchObject({ workspace: 'Beta' });
    await (await here.core()).sync.now();
    expect((await here.state()).link.status).toBe('online');
    expect((await here.call('otherWorkspaces', {})).map(({ name }) => name)).not.toContain('Beta');
  });

  test('[K4] [K6] a revoked browser that is paired again fills the same place, with what waits in it', async () => {
    const here = await paired(await linkTo(acme));
    const core = await here.core();
    await revoke(core);
    const { contactId } = await addContact(core, person('kept', 'kept@customer.example'));
    await core.sync.now();
    expect(await core.sync.link()).toMatchObject({ status: 'refused' });
    await here.call('pair', { link: await linkTo(acme), deviceName: 'Test' });
    await core.sync.now();
    expect((await here.state()).places).toHaveLength(1);
    expect(await core.sync.link()).toMatchObject({ status: 'online', waiting: 0 });
    expect(await core.mirror.get('contact', contactId)).toBeDefined();
    const there = await paired(await linkTo(acme));
    expect(await (await there.core()).mirror.get('contact', contactId)).toBeDefined();
  });

  test('[A1] what is kept private stands so in the database of its workspace', async () => {
    const here = await paired(await linkTo(acme));
    const core = await here.core();
    const { contactId } = await here.call('addContact', {
      ...person('hidden', 'hidden@customer.example'),
      private: true,
    });
    await core.sync.now();
    expect(await core.mirror.get('contact', contactId)).toMatchObject({ privateTo: owner.id });
  });
});

describe('a browser of the last release, which knew one workspace', () => {
  test('goes on where it was: its device, its database, and what waits in its outbox', async () => {
    // 1. As the last release stored it: one device in the settings, one database, entries keyed by their number.
    const profile = newProfile();
    const other = await (await paired(await linkTo(acme))).core();
    const source = await (await paired(await linkTo(acme))).core();
    const { token, me, server: origin } = source.device.get() ?? { token: '', me: '', server: '' };
    const clientId = other.newId();
    const device = { server: origin, token, clientId, me, workspace: 'ACME' };
    profile.kept.set('settings', { device, locale: 'zh-TW', logOnSend: true });
    profile.kept.set('draft/note page https://x.example/', 'half a thought');
    const store = memoryStore();
    profile.stores.set('sidebook', store);
    const id = other.newId();
    const mutation = {
      number: 1,
      verb: 'interaction.log',
      at: Date.now() - 60_000,
      input: { ...plainNote, id, body: 'typed before the update' },
    };
    await store.write(async (tx) => {
      await tx.put('meta', 'number', 2);
      await tx.put('outbox', '000000000001', { mutation, state: 'waiting', cursor: null, code: null });
      await tx.put('meta', 'ledger', 1);
      await tx.put('meta', 'ledger/000000000000', { at: 1, method: 'POST', url: 'https://was.example/x' });
    });
    // 2. The new one takes it over.
    const here = await wake(profile);
    const core = await here.core();
    expect([core.place, await here.call('draft', { place: 'note page https://x.example/' })]).toEqual([
      'first',
      { text: 'half a thought' },
    ]);
    await core.sync.now();
    await learnWorkspace(core);
    expect(await here.state()).toMatchObject({ locale: 'zh-TW', logOnSend: true, link: { waiting: 0 } });
    expect(core.device.get()).toMatchObject({ workspaceId: acme, workspace: 'ACME' });
    expect(await here.call('ledger', {})).toContainEqual(
      expect.objectContaining({ url: 'https://was.example/x' }),
    );
    // 3. It arrived once, and colleagues have it.
    await other.sync.now();
    expect(await other.mirror.get('interaction', id)).toMatchObject({ body: 'typed before the update' });
    // 4. Paired again by the same member it is the same place; removed, it leaves the ledger and nothing else.
    await here.call('pair', { link: await linkTo(acme), deviceName: 'Test' });
    expect((await here.state()).places.map((place) => place.id)).toEqual(['first']);
    await here.call('unpair', { place: 'first' });
    expect(await store.read((tx) => tx.scan('outbox', { from: '', to: '\uffff' }))).toEqual([]);
    expect(await store.read((tx) => tx.scan('row', { from: '', to: '\uffff' }))).toEqual([]);
    expect((await here.call('ledger', {})).length).toBeGreaterThan(1);
  });
});

const plainNote = {
  kind: 'note',
  direction: null,
  channel: null,
  occurredAt: Date.now() - 60_000,
  durationS: null,
  outcome: null,
  subject: null,
  bodyState: null,
  link: null,
  threadKey: null,
  participants: [],
  contactIds: [],
  companyId: null,
  dealId: null,
  fingerprint: [],
};
