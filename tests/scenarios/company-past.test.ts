import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { addContact } from '../../extension/actions/add-contact.ts';
import { act, type Core } from '../../extension/actions/core.ts';
import type { Intended } from '../../extension/outbox/outbox.ts';
import { noFilter } from '../../shared/domain/interaction/filter.ts';
import { noOrigin } from '../../shared/domain/row.ts';
import type { Id } from '../../shared/kit/id.ts';
import { paired, type Waking } from './profile.ts';

// What a browser keeps no more of a company's past comes from the server, without a gap, and stays without one.

const day = 86_400_000;
/** Of each of two people, and of the company itself. */
const many = 45;

let folder: string;
let server: Running;
let company: Id;
let people: Id[];
let there: Waking;
let core: Core;

const person = (name: string) => ({
  ...{ name, title: null, email: `${name}@acme-past.example`, phone: null, companyName: 'ACME', page: null },
  ...{ domain: 'acme-past.example', address: null, url: null, lifeCycle: 'lead' as const, channel: 'manual' },
});
const said = (core: Core, at: number, body: string, about: object): Intended => ({
  verb: 'interaction.log',
  input: {
    ...{ id: core.newId(), kind: 'note', occurredAt: at, body, fingerprint: [], participants: [] },
    ...{ direction: null, channel: null, durationS: null, outcome: null, subject: null, bodyState: null },
    ...{ link: null, threadKey: null, contactIds: [], companyId: null, dealId: null },
    ...about,
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-past-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  const here = await (await paired(await server.pairLink())).core();
  const found = await Promise.all(['ada', 'bob'].map((name) => addContact(here, person(name))));
  people = found.map(({ contactId }) => contactId);
  company = (await here.mirror.get('contact', people[0] ?? ''))?.companyId ?? '';
  // Logged when it happened, long before this browser was there.
  const homes = [...people.map((id) => ({ contactIds: [id] })), { companyId: company }];
  for (let i = 0; i < many; i++) {
    const at = Date.now() - (200 + i) * day;
    const entries = homes.map((about, n) => said(here, at - n, `entry ${i} of ${n}`, about));
    await act({ ...here, now: () => at }, ...entries);
  }
  await here.sync.now();
  there = await paired(await server.pairLink());
  core = await there.core();
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (wanted: number, more: Partial<{ ask: boolean; text: string; contactId: Id }> = {}) => {
  const { ask = true, ...filter } = more;
  return there.call('timeline', {
    ...{ noun: 'company', id: company, wanted, ask, filter: { ...noFilter, ...filter } },
  });
};
const bodies = (view: Awaited<ReturnType<typeof ask>>) =>
  view.entries.map(({ interaction }) => interaction.body);
/** The newest of everybody, as they were said. */
const first = (count: number) =>
  Array.from({ length: count }, (_, at) => `entry ${Math.floor(at / 3)} of ${at % 3}`);

describe('the past of a company', () => {
  test('[D9] a card shows the newest of the company and its people, and that there are more', async () => {
    const view = await there.call('company', { companyId: company });
    expect(view?.timeline.map(({ interaction }) => interaction.body)).toEqual(first(20));
    expect(view?.older).toBe(true);
  });

  test('[D9] what is kept here is shown as far as it has no gap, without asking anybody', async () => {
    const view = await ask(500, { ask: false });
    // Ada's thirtieth is the last before which nothing of hers is missing.
    expect(bodies(view)).toEqual(first(88));
    expect(view.older).toBe(true);
  });

  test('[D9] words are found in what is kept here, and further back when it is asked for', async () => {
    expect(bodies(await ask(20, { text: 'entry 44', ask: false }))).toEqual([]);
    expect(bodies(await ask(20, { text: 'entry 44' }))).toEqual(first(135).slice(-3));
    expect(bodies(await ask(20, { text: 'entry 44', contactId: people[1] ?? '' }))).toEqual([
      'entry 44 of 1',
    ]);
  });

  test('[D9] all of it comes once, and is whole for each of the people too', async () => {
    const view = await ask(500);
    expect(bodies(view)).toEqual(first(3 * many));
    expect([view.older, view.unreached]).toEqual([false, false]);
    const ada = await there.call('timeline', {
      ...{ noun: 'contact', id: people[0] ?? '', wanted: 500, ask: false, filter: noFilter },
    });
    expect([ada.entries.length, ada.older]).toEqual([many, false]);
  });

  test('[D9] whoever comes to the company later brings a past that is asked for anew', async () => {
    const { contactId } = await addContact(core, {
      ...person('cy'),
      ...{ email: 'cy@elsewhere.example', companyName: null, domain: null },
    });
    for (let i = 0; i < 40; i++) {
      const at = Date.now() - (150 + i) * day;
      await act({ ...core, now: () => at }, said(core, at, `cy ${i}`, { contactIds: [contactId] }));
    }
    await core.sync.now();
    there = await paired(await server.pairLink());
    core = await there.core();
    await ask(500);
    await act(core, { verb: 'contact.edit', input: { id: contactId, fields: { companyId: company } } });
    const apart = await ask(500, { ask: false });
    // Cy's newest are here; what is older stands under a gap until it is asked for.
    expect(apart.older).toBe(true);
    expect(bodies(apart).filter((body) => body?.startsWith('cy'))).toHaveLength(30);
    await core.sync.now();
    const whole = await ask(500);
    expect(bodies(whole).filter((body) => body?.startsWith('cy'))).toHaveLength(40);
    expect([whole.entries.length, whole.older]).toEqual([3 * many + 40, false]);
  });

  test('what was done and changed is told by the server, and without it what is known here', async () => {
    const task = core.newId();
    const about = { contactId: null, companyId: company, dealId: null, ownerId: null };
    const add = { id: task, title: 'Send the offer', dueDay: null, dueAt: null, ...about };
    await act(core, { verb: 'task.add', input: add });
    await act(core, { verb: 'task.complete', input: { id: task, at: Date.now() } });
    await act(core, { verb: 'company.edit', input: { id: company, fields: { city: 'Ulm' } } });
    const deal = core.newId();
    await act(core, {
      verb: 'deal.add',
      input: {
        ...{ id: deal, title: 'Renewal', amountMinor: null, currency: null, expectedClose: null, need: null },
        ...{ companyId: company, contactIds: [], ownerId: null, own: {}, origin: noOrigin, stageId: null },
      },
    });
    await core.sync.now();
    const told = async (ask: boolean) => {
      const { events, unreached } = await there.call('happenings', {
        ...{ noun: 'company', id: company, limit: 200, ask },
      });
      return { unreached, events: events.map(({ change, title, to }) => [change.field, title, to]) };
    };
    expect((await told(false)).events).toEqual([['doneAt', 'Send the offer', expect.any(Number)]]);
    const asked = async () =>
      (await there.desk.ledger.list()).filter(({ url }) => url.includes('history.about')).length;
    const { events } = await told(true);
    const before = await asked();
    await told(true);
    // Nothing of it is new, so nobody is asked.
    expect(await asked()).toBe(before);
    expect(events).toContainEqual(['city', null, 'Ulm']);
    expect(events).toContainEqual(['stageId', 'Renewal', expect.any(String)]);
    expect(events.filter(([field]) => field === 'doneAt')).toHaveLength(1);
    await act(core, { verb: 'company.edit', input: { id: company, fields: { city: 'Bonn' } } });
    await core.sync.now();
    expect((await told(true)).events).toContainEqual(['city', null, 'Bonn']);
    await act(core, { verb: 'company.edit', input: { id: company, fields: { city: 'Köln' } } });
    await server.close();
    expect(await told(true)).toEqual({
      unreached: true,
      events: [['doneAt', 'Send the offer', expect.any(Number)]],
    });
    expect((await ask(500)).entries.length).toBeGreaterThan(100);
    server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  });
});
