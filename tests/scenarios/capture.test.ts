import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { allOf } from '../../extension/actions/import/all-of.ts';
import { recipesOf } from '../../extension/actions/recipes.ts';
import type { NewContact } from '../../extension/messages/calls.ts';
import type { Shape } from '../../extension/recognisers/taught/recipe.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { paired, type Waking } from './profile.ts';

let folder: string;
let server: Running;
let here: Waking;
/** A teammate's browser. */
let there: Waking;
let visit = 0;
/** Every test has a page of its own. */
let page: string;
const tab = { tabId: 7, framed: false };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-capture-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });
  here = await paired(await server.pairLink());
  there = await paired(await server.pairLink());
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  page = `https://host${++visit}.example/team`;
});

const lead = (name: string, more: Partial<NewContact> = {}): NewContact => ({
  name,
  title: null,
  email: null,
  phone: null,
  companyName: null,
  domain: null,
  address: null,
  url: null,
  lifeCycle: 'lead',
  channel: 'page',
  page,
  ...more,
});
const contactsOf = async (waking: Waking) =>
  (await allOf((await waking.core()).mirror, 'contact')).filter(
    ({ origin, mergedInto }) => origin.page === page && !mergedInto,
  );
const synced = async (waking: Waking) => (await waking.core()).sync.now();
function show(waking: Waking, sightings: Sighting[]): void {
  const screen = { url: page, title: 'Team', readable: true, selection: null, sightings };
  waking.desk.sessions.change(tab.tabId, { shown: { kind: 'page', screen } });
}
const seen = (value: string, confidence = 0.9) => ({ value, source: 'text' as const, confidence });
const person = (fields: Record<string, string>, email?: string): Sighting => ({
  kind: 'person',
  keys: email ? [{ ...seen(''), value: { kind: 'email', value: email } }] : [],
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, seen(value)])),
});

describe('people of a page', () => {
  const names = Array.from({ length: 12 }, (_, at) => `Person ${String.fromCharCode(65 + at)} Example`);

  test('are added once, in one company, though none has a handle and the company no domain', async () => {
    const people = names.map((name) => lead(name, { companyName: 'Harbour Works' }));
    const first = await here.call('addContacts', { people });
    expect([first.contactIds.length, first.companyIds.length, first.existed]).toEqual([12, 1, 0]);
    expect(new Set((await contactsOf(here)).map(({ companyId }) => companyId))).toEqual(
      new Set(first.companyIds),
    );
    const again = await here.call('addContacts', { people });
    expect(again).toEqual({ contactIds: [], companyIds: [], existed: 12 });
  });

  test('are known when the page is seen again, and nobody of that name elsewhere is', async () => {
    await here.call('addContacts', { people: [lead('Ada Byron')] });
    show(here, [person({ name: 'ADA BYRON' })]);
    expect((await here.state(tab.tabId)).people[0]?.contact?.name).toBe('Ada Byron');
    page = `https://elsewhere${visit}.example/team`;
    show(here, [person({ name: 'Ada Byron' })]);
    expect((await here.state(tab.tabId)).people[0]?.contact).toBeNull();
  });

  test('who stand there twice are one, and two who share no handle but a switchboard are two', async () => {
    const phone = '+49 30 1234567';
    const { contactIds, existed } = await here.call('addContacts', {
      people: [
        lead('Ada Byron', { phone }),
        lead('Bo Li', { phone }),
        lead('Ada  BYRON'),
        lead('Eve', { email: 'eve@x.example' }),
        lead('Eve E.', { email: 'EVE@x.example' }),
      ],
    });
    expect([contactIds.length, existed]).toEqual([3, 2]);
  });

  test('of one name with an address each are two, and neither is known by the name that stands there', async () => {
    const mails = [`li.wei${visit}@host.example`, `wei.li${visit}@host.example`];
    await here.call('addContacts', { people: [lead('Li Wei')] });
    show(
      here,
      mails.map((email) => person({ name: 'Li Wei' }, email)),
    );
    const { people } = await here.state(tab.tabId);
    expect(people.map(({ contact }) => contact)).toEqual([null, null]);
    const { contactIds } = await here.call('addContacts', {
      people: mails.map((email) => lead('Li Wei', { email })),
    });
    expect(contactIds).toHaveLength(2);
  });

  test('are those of a vCard too that somebody had read, before what the page itself says of them', async () => {
    const url = `https://host${visit}.example/ada.vcf`;
    show(here, [person({ name: 'Ada Byron' }), person({ name: 'Bo Li' })]);
    const { shown } = here.desk.sessions.get(tab.tabId);
    if (shown.kind !== 'page') throw new Error('a page is shown');
    await expect(here.call('readCard', { url }, tab)).rejects.toMatchObject({ code: 'page.unreadable' });
    here.desk.sessions.change(tab.tabId, { shown: { ...shown, screen: { ...shown.screen, cards: [url] } } });
    (await here.core()).readCard = async () => ({
      sightings: [person({ name: 'Ada Byron' }, `ada.card${visit}@host.example`)],
      status: 200,
      bytes: 120,
    });
    expect(await here.call('readCard', { url }, tab)).toEqual({ found: 1 });
    const { people } = await here.state(tab.tabId);
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Ada Byron', `ada.card${visit}@host.example`],
      ['Bo Li', null],
    ]);
    expect((await here.call('ledger', {}))[0]).toMatchObject({ url, purpose: 'card', status: 200 });
  });

  test('who are captured by two of the team at once, neither knowing of the other, are one', async () => {
    await here.call('addContacts', { people: [lead('Ada Byron')] });
    await there.call('addContacts', { people: [lead('Ada Byron')] });
    await synced(here);
    await synced(there);
    await synced(here);
    expect(await contactsOf(here)).toHaveLength(1);
    expect(await contactsOf(there)).toHaveLength(1);
  });

  test('of whom one cannot be added are not added at all', async () => {
    const people = [lead('Ada Byron'), lead('Bo Li', { email: 'no address' })];
    await expect(here.call('addContacts', { people })).rejects.toMatchObject({ code: 'input.invalid' });
    expect(await contactsOf(here)).toEqual([]);
  });
});

describe('what a page says otherwise', () => {
  const told = async () =>
    (await here.state(tab.tabId)).people[0]?.differences.map(({ field, seen, was }) => [
      field,
      seen.value,
      was,
    ]);

  test('is taken over field by field and is then no difference; the history has it', async () => {
    const email = `ada${visit}@gmail.com`;
    const ada = lead('Ada Byron', { email, title: 'CFO', companyName: 'Hill & Sons' });
    const { contactId } = await here.call('addContact', ada);
    const fields = {
      name: 'Ada Byron',
      title: 'CTO',
      phone: '+49 30 7654321',
      organisation: 'Harbour Works',
    };
    show(here, [person(fields, email)]);
    expect(await told()).toEqual([
      ['title', 'CTO', 'CFO'],
      ['organisation', 'Harbour Works', 'Hill & Sons'],
      ['phone', '+49 30 7654321', null],
    ]);
    for (const field of ['title', 'organisation', 'phone'] as const)
      await here.call('takeDifference', { contactId, field, value: fields[field] }, tab);
    expect(await told()).toEqual([]);
    const contact = await (await here.core()).mirror.get('contact', contactId);
    expect(contact).toMatchObject({ title: 'CTO', phone: '+49 30 7654321' });
    expect(contact?.keys).toContainEqual({ kind: 'phone', value: '+49307654321', source: 'page' });
    await synced(here);
    const changes = await here.call('history', { noun: 'contact', id: contactId });
    expect(changes.find(({ change }) => change.field === 'title')).toMatchObject({ from: 'CFO', to: 'CTO' });
  });

  test('is not told again once it was dismissed, until the page says something else', async () => {
    const email = `bo${visit}@host.example`;
    const { contactId } = await here.call('addContact', lead('Bo Li', { email, title: 'CFO' }));
    show(here, [person({ title: 'CTO' }, email)]);
    await here.call('dismissDifference', { contactId, field: 'title', value: 'CTO' }, tab);
    expect(await told()).toEqual([]);
    show(here, [person({ title: 'CEO' }, email)]);
    expect(await told()).toEqual([['title', 'CEO', 'CFO']]);
  });

  test('joins the one company that is called so, unless the page says another domain', async () => {
    const email = `eve${visit}@gmail.com`;
    const { contactId } = await here.call('addContact', lead('Eve Ortega', { email }));
    await here.call(
      'addContact',
      lead('Somebody', { email: `x@quay${visit}.example`, companyName: 'Quay AG' }),
    );
    show(here, [person({ organisation: 'Quay AG' }, email)]);
    await here.call('takeDifference', { contactId, field: 'organisation', value: 'Quay AG' }, tab);
    const { mirror } = await here.core();
    const company = async () =>
      mirror.get('company', (await mirror.get('contact', contactId))?.companyId ?? '');
    expect((await company())?.domains).toEqual([`quay${visit}.example`]);
    const other: Sighting = {
      kind: 'company',
      keys: [{ ...seen(''), value: { kind: 'domain', value: `other${visit}.example` } }],
      fields: { name: seen('Quay AG') },
    };
    show(here, [other, person({ organisation: 'Quay AG' }, email)]);
    await here.call('takeDifference', { contactId, field: 'organisation', value: 'Quay AG' }, tab);
    expect((await company())?.domains).toEqual([`other${visit}.example`]);
  });
});

describe('what was shown by pointing', () => {
  const shape: Shape = {
    v: 1,
    path: '/team',
    form: 'cards',
    cards: [[{ tag: 'li' }]],
    fields: { name: [{ steps: [{ tag: 'b' }] }] },
    shared: {},
  };
  const preview = (text: string) => {
    here.desk.sessions.change(tab.tabId, {
      teaching: {
        stage: 'preview',
        kind: 'person',
        host: new URL(page).hostname,
        shape: text,
        found: 2,
        people: [{ name: 'Ada', title: null, organisation: null }],
      },
    });
  };

  test('[O1] serves the team on that site alone, and can be taken back', async () => {
    preview(JSON.stringify(shape));
    const { recipeId } = await here.call('saveTaught', {}, tab);
    await synced(here);
    await synced(there);
    expect(await recipesOf(await there.core(), page.replace('host', 'www.host'))).toEqual([
      { id: recipeId, kind: 'person', shape },
    ]);
    expect(await recipesOf(await there.core(), 'https://other.example/team')).toEqual([]);
    const [line] = await there.call('recipes', {});
    expect(line?.site).toBe(`${new URL(page).hostname}/team`);
    await there.call('act', { verb: 'recipe.remove', input: { id: recipeId } });
    await synced(there);
    await synced(here);
    expect(await recipesOf(await here.core(), page)).toEqual([]);
    expect((await here.call('recipes', {})).map(({ id }) => id)).not.toContain(recipeId);
  });

  test('is not read where a teammate or a newer release stored what this one cannot read', async () => {
    preview('{"v":9,"cards":"li:has(*)"}');
    await here.call('saveTaught', {}, tab);
    expect(await recipesOf(await here.core(), page)).toEqual([]);
  });

  test('is not saved where nothing was shown', async () => {
    await expect(here.call('saveTaught', {}, tab)).rejects.toMatchObject({ code: 'recipe.unknown' });
  });
});
