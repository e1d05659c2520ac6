import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { addContact } from '../../extension/actions/add-contact.ts';
import { act, type Core } from '../../extension/actions/core.ts';
import { interactionsByKey, sameMail } from '../../extension/actions/view/lookup.ts';
import { noFilter } from '../../shared/domain/interaction/filter.ts';
import { horizon } from '../../shared/domain/interaction/horizon.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { paired, type Waking } from './profile.ts';

// The extension's own rooms against a real server whose past is longer than what a browser keeps.

const day = 86_400_000;
const mails = 70;
const present = Date.now();
const past = present - 300 * day;

let folder: string;
let server: Running;
let first: Core;
let ada: string;
const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const mail = (n: number, over: Partial<Input<'interaction.log'>> = {}): Input<'interaction.log'> => ({
  ...{ id: idOf(n), kind: 'email', direction: 'in', channel: 'gmail', occurredAt: past + n * 3_600_000 },
  ...{ durationS: null, outcome: null, subject: `Mail ${n}`, body: 'Text', bodyState: 'read', link: null },
  ...{ threadKey: null, participants: [], contactIds: [ada], companyId: null, dealId: null },
  fingerprint: [`mid:${n}@x`],
  ...over,
});
const log = (core: Core, input: Input<'interaction.log'>) => act(core, { verb: 'interaction.log', input });
const start = (port = '0') => startServer({ PORT: port, SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-past-'));
  vi.useFakeTimers({ toFake: ['Date'], now: past });
  server = await start();
  first = await (await paired(await server.pairLink())).core();
  ({ contactId: ada } = await addContact(first, {
    ...{ name: 'Ada Lovelace', title: null, email: 'ada@acme.com', phone: null, companyName: null },
    ...{ domain: null, address: null, url: null, lifeCycle: 'lead', channel: 'manual', page: null },
  }));
  for (let n = 0; n < mails; n++) await log(first, mail(n));
  await first.sync.now();
  vi.setSystemTime(present);
});
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Subjects of the newest so many mails, as a timeline shows them. */
const newest = (many: number) => Array.from({ length: many }, (_, i) => `Mail ${mails - 1 - i}`);
/** @param older how many are shown already, where more are asked for */
const pastOf = (browser: Waking, older?: number) =>
  browser.call('timeline', {
    ...{ noun: 'contact', id: ada, wanted: (older ?? 0) + 20, ask: older !== undefined, filter: noFilter },
  });
const look = async (browser: Waking, older?: number) => {
  const view = await pastOf(browser, older);
  return {
    shows: view.entries.map(({ interaction }) => interaction.subject),
    older: view.older,
    unreached: view.unreached,
  };
};
const open = async () => paired(await server.pairLink());

describe('a past that is longer than the horizon', () => {
  test('[D9] a new browser keeps the newest, and knows of every mail that it is logged', async () => {
    const { mirror } = await (await open()).core();
    expect(await mirror.all('interaction')).toHaveLength(horizon.newest);
    const keys = Array.from({ length: mails }, (_, n) => `mid:${n}@x`);
    const found = await interactionsByKey(mirror, [...keys, 'mid:stranger@x']);
    for (const [n, key] of keys.entries()) expect(sameMail(found, [key])?.id).toBe(idOf(n));
    expect(sameMail(found, ['mid:stranger@x'])).toBeNull();
  });

  test('[D9] older entries come when they are asked for, in order, to the very first', async () => {
    const browser = await open();
    expect(await look(browser)).toEqual({ shows: newest(20), older: true, unreached: false });
    for (const [asked, shown] of [
      [20, 40],
      [40, 60],
      [60, mails],
    ] as const)
      expect(await look(browser, asked)).toEqual({
        shows: newest(shown),
        older: shown < mails,
        unreached: false,
      });
  });

  test('[D10] without a server the past is as long as it stands here, and it is said', async () => {
    const browser = await open();
    const { port } = new URL(server.origin);
    await server.close();
    expect(await look(browser, 20)).toEqual({ shows: newest(horizon.newest), older: true, unreached: true });
    server = await start(port);
    expect(await look(browser, 20)).toEqual({ shows: newest(40), older: true, unreached: false });
  });

  test('[U6] [D9] a mail from beyond that is logged again gets no second entry, here or anywhere', async () => {
    const browser = await open();
    const core = await browser.core();
    await log(core, mail(500, { occurredAt: past + 5, fingerprint: ['gm:mia@x:1', 'mid:3@x'] }));
    expect(await core.mirror.get('interaction', idOf(500))).toBeUndefined();
    await core.sync.now();
    await first.sync.now();
    await core.sync.now();
    for (const { mirror } of [first, core]) {
      expect(await mirror.get('interaction', idOf(500))).toBeUndefined();
      const found = await interactionsByKey(mirror, ['gm:mia@x:1']);
      expect(sameMail(found, ['gm:mia@x:1'])?.id).toBe(idOf(3));
    }
    expect((await look(browser)).shows).toEqual(newest(20));
  });

  test('[D9] an entry from beyond that changes does not come up among newer ones', async () => {
    const browser = await open();
    const core = await browser.core();
    await look(browser, 60);
    await act(first, { verb: 'interaction.edit', input: { id: idOf(1), fields: { outcome: 'Changed' } } });
    await first.sync.now();
    await core.sync.now();
    expect((await look(browser)).shows).toEqual(newest(20));
    expect((await look(browser, 20)).shows).toEqual(newest(40));
    const { entries: whole } = await pastOf(browser, 60);
    expect(whole.map(({ interaction }) => interaction.subject)).toEqual(newest(mails));
    expect(whole.at(-2)?.interaction.outcome).toBe('Changed');
  });

  test('[U3] one that is undone elsewhere is forgotten here too', async () => {
    const core = await (await open()).core();
    await act(first, { verb: 'interaction.undo', input: { id: idOf(0) } });
    await first.sync.now();
    await core.sync.now();
    expect(sameMail(await interactionsByKey(core.mirror, ['mid:0@x']), ['mid:0@x'])).toBeNull();
  });
});
