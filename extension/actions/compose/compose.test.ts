import { beforeEach, describe, expect, it } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import type { Contact, Interaction, Noun, Rows } from '../../../shared/domain/rows.ts';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import { idFrom } from '../../../shared/kit/id.ts';
import { contactRow, dealRow } from '../../../tests/fixtures/rows.ts';
import type { MailRead } from '../../gmail/surface.ts';
import { noWish, type Wish, type Writing } from '../../messages/compose.ts';
import { newSession, type TabSession } from '../../messages/screen/session.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import { openBounced } from '../../settings/bounced.ts';
import type { Core } from '../core.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import { answerCompose } from './compose.ts';
import { recipientsOf } from './recipients.ts';
import { keepScheduled, scheduledSeen } from './scheduled.ts';
import { mailSent } from './sent.ts';
import { settleLogged, settleShown, unsettle } from './settle.ts';
import { templateFor, writeTemplate } from './use-template.ts';

overwriteGetLocale(() => 'en');
let made = 0;
const newId = () => idFrom(1_790_000_000_000 + made++, new Uint8Array(10).fill(made % 256));
const now = 1_790_000_000_000;
const day = 86_400_000;
const [me, mia, acme] = [newId(), newId(), newId()];
const account = 'nora@ours.example';
const tabId = 1;

const called = (name: string, email: string, more: Partial<Contact> = {}): Contact =>
  contactRow(newId(), { name, keys: [{ kind: 'email', value: email, source: 'manual' }], ...more });
const ada = called('Ada Okafor', 'ada.okafor@acme.example', { companyId: acme, givenName: 'Ada' });
const bo = called('Bo Lind', 'bo@elsewhere.example', { role: 'blocked', roleReason: 'never paid' });
const [berg, otherBerg] = [
  called('Anna Berg', 'anna@northwind.example'),
  called('Anna Berg', 'anna.berg@acme.example', { companyId: acme }),
];

const mailWith = (contact: Contact, more: Partial<Interaction> = {}): Interaction => ({
  ...newBase(newId(), now, me),
  ...{
    kind: 'email',
    direction: 'in',
    channel: 'gmail',
    occurredAt: now - day,
    durationS: null,
    outcome: null,
  },
  ...{ subject: 'Offer', body: null, bodyState: 'empty', link: null, threadKey: null, participants: [] },
  ...{
    contactIds: [contact.id],
    companyId: null,
    dealId: null,
    moreDealIds: [],
    attachments: [],
    rule: null,
  },
  ...{ ruleId: null, loggedBy: me, loggedAt: now, fingerprint: [], joinedInto: null, privateTo: null },
  ...{ sharedWith: [], askedBy: [], mentions: [] },
  ...more,
});

let core: Core;
let clock: number;
let session: TabSession;
let bounced: ReturnType<typeof openBounced>;
const put = <N extends Noun>(noun: N, row: Rows[N]) =>
  core.mirror.commit((tx) => tx.put({ noun, row } as Parameters<typeof tx.put>[0]));
const tasks = () => core.mirror.all('task');
const logs = () => core.mirror.all('interaction');

beforeEach(async () => {
  haveTables(wholeTables);
  clock = now;
  const mirror = await openMirror(memoryStore());
  const kept = new Map<string, unknown>();
  const area = {
    get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (all: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(all)) kept.set(key, value);
    },
    remove: async (key: string) => void kept.delete(key),
  };
  bounced = openBounced(area as never, '', (cause) => {
    throw cause;
  });
  const drafts = new Map<string, string>();
  session = {
    ...newSession(),
    shown: { kind: 'mail', level: 'inboxsdk', screen: { account, thread: null, listed: [], theme: 'light' } },
  };
  core = {
    ...{ mirror, newId, now: () => clock, today: () => '2026-09-21', zone: () => 'Europe/Berlin', bounced },
    device: { get: () => ({ me, workspace: 'Fernhill' }) },
    settings: { get: () => ({ privateMailboxes: [], logOnSend: false }), locale: () => 'en' },
    sync: { now: async () => {} },
    ledger: { note: async () => {} },
    dismissed: { has: () => false },
    drafts: {
      get: async (place: string) => drafts.get(place) ?? null,
      set: async (place: string, text: string | null) =>
        void (text ? drafts.set(place, text) : drafts.delete(place)),
    },
    sessions: {
      get: () => session,
      tabs: () => [tabId],
      change: (_: number, change: Partial<TabSession>) => {
        session = { ...session, ...change };
      },
    },
    readMail: async () => [read()],
  } as unknown as Core;
  for (const contact of [ada, bo, berg, otherBerg]) await put('contact', contact);
  await put('company', {
    ...newBase(acme, now, me),
    ...{
      name: 'ACME',
      domains: ['acme.example'],
      industry: null,
      city: 'Portland',
      country: null,
      phone: null,
    },
    ...{
      website: null,
      ownerId: null,
      role: null,
      roleReason: null,
      externalIds: [],
      own: {},
      mergedInto: null,
    },
    origin: { channel: null, page: null, campaign: null, referrer: null },
  });
  for (const [id, name, email] of [
    [me, 'Nora Lind', account],
    [mia, 'Mia Chen', 'mia@ours.example'],
  ] as const)
    await put('member', { ...newBase(id, now, null), name, email, role: 'member' });
});

const writing = (...to: string[]): Writing => ({
  ...{ key: 'msg-a:r1', threadId: null, cc: [], bcc: [] },
  to: to.map((email) => ({ name: null, email })),
});
const read = (): MailRead => ({
  ...{
    id: 'm1',
    threadId: 't1',
    subject: 'Prices',
    from: { name: 'Nora Lind', email: account },
    cc: [],
    bcc: [],
  },
  ...{
    to: [{ name: null, email: 'ada.okafor@acme.example' }],
    at: now,
    direction: 'out',
    text: 'Hi',
    bodyState: 'read',
  },
  ...{ fingerprint: ['mid:m1@ours.example'], link: 'https://mail.example/', requests: [] },
});
const ask = (w: Writing) => answerCompose(core, tabId, account, { of: 'writing', writing: w });
const warnings = async (w: Writing) => (await ask(w)).writing?.warnings.map(({ key }) => key);

describe('[W3] the card of recipients', () => {
  const facts = async (email: string) => (await recipientsOf(core, account, writing(email)))[0];

  it('tells that a colleague wrote to them within three days, and not of oneself or longer ago', async () => {
    await put('interaction', mailWith(ada, { direction: 'out', loggedBy: me }));
    await put('interaction', mailWith(ada, { direction: 'out', loggedBy: mia, occurredAt: now - 4 * day }));
    expect((await facts('ada.okafor@acme.example'))?.teammate).toBeNull();
    await put('interaction', mailWith(ada, { direction: 'out', loggedBy: mia, occurredAt: now - 2 * day }));
    expect((await facts('ada.okafor@acme.example'))?.teammate).toEqual({
      name: 'Mia Chen',
      at: now - 2 * day,
    });
  });

  it('tells of an address that bounced, until they write from it again', async () => {
    await bounced.add(['Ada.Okafor@acme.example', 'ghost@acme.example'], now - 3 * day);
    expect((await facts('ada.okafor@acme.example'))?.bouncedAt).toBe(now - 3 * day);
    expect((await facts('ghost@acme.example'))?.bouncedAt).toBe(now - 3 * day);
    await put('interaction', mailWith(ada));
    expect((await facts('ada.okafor@acme.example'))?.bouncedAt).toBeNull();
  });

  it('tells why somebody is blocked, and of a colleague nothing', async () => {
    expect(await facts('bo@elsewhere.example')).toMatchObject({ blocked: { reason: 'never paid' } });
    expect(await facts('mia@ours.example')).toMatchObject({
      internal: true,
      deal: null,
      lastContactAt: null,
    });
  });
});

describe('[W7] before a mail leaves it is said', () => {
  it('that one usually writes to a namesake elsewhere', async () => {
    for (let at = 0; at < 3; at++)
      await put('interaction', mailWith(otherBerg, { occurredAt: now - at * day }));
    expect(await warnings(writing('anna@northwind.example'))).toEqual(['namesake anna@northwind.example']);
    expect(await warnings(writing('anna.berg@acme.example'))).toEqual([]);
  });

  it('that an address misses a known one by a letter, that one bounced, that one is blocked', async () => {
    await bounced.add(['ghost@free.example'], now);
    expect(
      await warnings(writing('ada.okafr@acme.example', 'ghost@free.example', 'bo@elsewhere.example')),
    ).toEqual(['bounced ghost@free.example', 'blocked bo@elsewhere.example', 'slip ada.okafr@acme.example']);
  });

  it('that somebody from outside is among colleagues', async () => {
    const message = (from: string, to: string) => ({
      ...{ id: `m${from}`, loaded: true, cc: [], digests: [] },
      from: { name: null, email: from },
      to: [{ name: null, email: to }],
    });
    const thread = {
      id: 't1',
      subject: 'Fair',
      selectedId: null,
      sightings: [],
      messages: [message('mia@ours.example', account)],
    };
    session = {
      ...session,
      shown: { kind: 'mail', level: 'inboxsdk', screen: { account, thread, listed: [], theme: 'light' } },
    };
    const reply = { ...writing('mia@ours.example', 'ada.okafor@acme.example'), threadId: 't1' };
    expect(await warnings(reply)).toEqual(['outsider ada.okafor@acme.example']);
    expect(await warnings({ ...reply, threadId: 't2' })).toEqual([]);
  });
});

describe('[W4] a template', () => {
  const template = async (body: string, subject: string | null = null) => {
    const id = newId();
    await put('template', {
      ...newBase(id, now, me),
      name: 'offer',
      subject,
      body,
      position: 0,
      privateTo: me,
    });
    return (email: string | null, deal: Wish['deal'] = null) =>
      answerCompose(core, tabId, account, {
        of: 'fill',
        id,
        to: email ? { name: null, email } : null,
        deal,
      }).then(({ filled }) => filled);
  };

  it('is filled with what is known of the one it goes to, and of nobody else', async () => {
    const fill = await template(
      'Hi {{first_name|there}} of {{company|your firm}}, {{my_first_name}}',
      'For {{company}}',
    );
    expect(await fill('ada.okafor@acme.example')).toEqual({
      ...{ subject: 'For ACME', text: 'Hi Ada of ACME, Nora', missing: [], personal: true },
    });
    expect(await fill('new@free.example')).toMatchObject({
      text: 'Hi there of your firm, Nora',
      missing: ['company'],
    });
  });

  it('takes the only open deal or the chosen one, and never a deal of somebody else', async () => {
    const fill = await template('{{deal|none}}');
    const renewal = dealRow(newId(), { title: 'Renewal', contactIds: [ada.id] });
    const other = dealRow(newId(), { title: 'Secret', contactIds: [bo.id] });
    await put('deal', renewal);
    await put('deal', other);
    expect((await fill('ada.okafor@acme.example'))?.text).toBe('Renewal');
    expect((await fill('ada.okafor@acme.example', { id: other.id }))?.text).toBe('Renewal');
    expect((await fill('ada.okafor@acme.example', { id: null }))?.text).toBe('none');
  });

  it('that says nothing of anybody asks for no recipient', async () => {
    expect(await (await template('{{my_name}} {{today}}'))('ada.okafor@acme.example')).toMatchObject({
      personal: false,
    });
  });
});

const left = (
  wish: Partial<Wish> | null,
  sent: { threadId: string; messageId: string } | null = { threadId: 't1', messageId: 'm1' },
) =>
  mailSent(core, tabId, {
    sent,
    read: null,
    writing: writing('ada.okafor@acme.example'),
    wish: wish && { ...noWish, ...wish },
  });
const remind = { dueDay: '2026-09-24', dueAt: null, zone: null };

describe('[W8] a mail that was scheduled', () => {
  const hash = 'a'.repeat(32);
  const minute = (instant: number) => Math.floor(instant / 60_000);
  /** The conversation is open, with what we wrote as the page shows it. */
  const shows = async (at: number, more: { hash?: string; to?: string; from?: string } = {}) => {
    const { to = 'Ada.Okafor@acme.example', from = account } = more;
    const message = {
      ...{ id: 'm1', loaded: true, cc: [], digests: [`dg:${minute(at)}:${more.hash ?? hash}`] },
      ...{ from: { name: null, email: from }, to: [{ name: null, email: to }] },
    };
    const thread = { id: 't1', subject: 'Hi', selectedId: null, sightings: [], messages: [message] };
    const screen = { account, thread, listed: [], theme: 'light' as const };
    session = { ...session, shown: { kind: 'mail', level: 'inboxsdk', screen } };
    await scheduledSeen(core, tabId);
  };
  const schedule = (wish: Partial<Wish>) =>
    keepScheduled(core, tabId, account, {
      ...{ subject: 'Hi', digest: hash, writing: writing('ada.okafor@acme.example') },
      wish: { ...noWish, ...wish },
    });

  it('is logged when it is seen sent, once, and its reminder counts from the day on which it left', async () => {
    await schedule({ log: true, remind });
    expect(session.scheduled).toMatchObject({ subject: 'Hi', logs: true });
    clock = now + 2 * day;
    await shows(clock - 60_000);
    await shows(clock - 60_000);
    expect(await logs()).toMatchObject([{ rule: 'sending', direction: 'out' }]);
    expect(session.scheduled).toBeNull();
    expect((await tasks()).map(({ dueDay }) => dueDay)).toEqual(['2026-09-26']);
  });

  it('is kept beside another whose window closed at the same moment', async () => {
    const close = (key: string) =>
      keepScheduled(core, tabId, account, {
        ...{ subject: 'Hi', digest: hash, writing: { ...writing('ada.okafor@acme.example'), key } },
        wish: { ...noWish, log: true },
      });
    await Promise.all(['one', 'other'].map(close));
    expect(JSON.parse((await core.drafts.get('scheduled')) ?? '[]')).toHaveLength(2);
  });

  it('is not taken for sent while it waits: neither under the minute it was scheduled in, nor under one to come', async () => {
    await schedule({ log: true });
    await shows(now);
    await shows(now + day);
    expect(await logs()).toEqual([]);
  });

  it('is not taken for another: other words, other people, somebody else', async () => {
    await schedule({ log: true });
    clock = now + day;
    await shows(clock, { hash: 'b'.repeat(32) });
    await shows(clock, { to: 'bo@elsewhere.example' });
    await shows(clock, { from: 'mia@ours.example' });
    expect(await logs()).toEqual([]);
    await shows(clock);
    expect(await logs()).toHaveLength(1);
  });

  it('is kept only where something was said of it, and forgotten with its draft', async () => {
    await schedule({});
    expect(session.scheduled).toBeUndefined();
    await schedule({ log: true });
    await answerCompose(core, tabId, account, { of: 'ended', key: writing().key, discarded: true });
    clock = now + day;
    await shows(clock);
    expect(await logs()).toEqual([]);
  });
});

describe('[W4] a template chosen in the palette', () => {
  const offer = async () => {
    const id = newId();
    const row = { name: 'offer', subject: null, body: 'Hi {{first_name|there}}', position: 0, privateTo: me };
    await put('template', { ...newBase(id, now, me), ...row });
    return id;
  };

  it('is filled for whom the open window writes to, and typed into that window', async () => {
    const id = await offer();
    session = { ...session, writing: writing('ada.okafor@acme.example', 'bo@elsewhere.example') };
    const told: unknown[] = [];
    core.write = async (...given) => told.push(given) > 0;
    expect(await templateFor(core, tabId, { id, email: null, contactId: bo.id })).toMatchObject({
      ...{ open: true, to: { name: 'Ada Okafor' }, filled: { text: 'Hi Ada' } },
    });
    expect(await writeTemplate(core, tabId, { id, email: 'bo@elsewhere.example', contactId: null })).toBe(
      true,
    );
    expect(told).toEqual([
      [tabId, { key: writing().key, to: expect.anything(), subject: null, text: 'Hi Bo', isOpen: false }],
    ]);
  });

  it('is for the contact on the screen where nobody writes, and says where nothing can be written into', async () => {
    const id = await offer();
    core.write = async () => false;
    expect(await templateFor(core, tabId, { id, email: null, contactId: ada.id })).toMatchObject({
      ...{ open: false, to: { email: 'ada.okafor@acme.example' }, filled: { text: 'Hi Ada' } },
    });
    expect(await writeTemplate(core, tabId, { id, email: null, contactId: ada.id })).toBe(false);
    expect(await templateFor(core, null, { id: newId(), email: null, contactId: null })).toBeNull();
  });
});

describe('[W1] a mail that left', () => {
  it('is not logged unless its window or the switch says so', async () => {
    expect(await left(null)).toBe(false);
    expect(await left({ log: false })).toBe(true);
    expect(await logs()).toEqual([]);
  });

  it('goes to the deal that was chosen, private if that was said, and says that it was logged on sending', async () => {
    const [a, b] = [dealRow(newId(), { contactIds: [ada.id] }), dealRow(newId(), { contactIds: [ada.id] })];
    await put('deal', a);
    await put('deal', b);
    expect(await left({ log: true, deal: { id: b.id }, private: true })).toBe(true);
    expect(await logs()).toMatchObject([
      { rule: 'sending', dealId: b.id, privateTo: me, contactIds: [ada.id] },
    ]);
  });

  it('[W2] forgets what was set for it, which outlives the window until then', async () => {
    const w = writing('ada.okafor@acme.example');
    await answerCompose(core, tabId, account, { of: 'wish', key: w.key, wish: { ...noWish, remind } });
    expect((await ask(w)).writing?.wish).toEqual({ ...noWish, remind });
    await left({ log: null });
    expect((await ask(w)).writing?.wish).toBeNull();
  });
});

describe('[W5] [W6] a reminder', () => {
  const screen = (...from: string[]) => {
    const messages = from.map((email, at) => ({
      ...{ id: `m${at + 1}`, loaded: true, cc: [], digests: [] },
      from: { name: null, email },
      to: [],
    }));
    const thread = { id: 't1', subject: 'Prices', selectedId: null, sightings: [], messages };
    session = {
      ...session,
      shown: { kind: 'mail', level: 'inboxsdk', screen: { account, thread, listed: [], theme: 'light' } },
    };
  };

  it('begins once with the mail, whether it is logged or not', async () => {
    await left({ remind });
    await left({ remind });
    expect(await tasks()).toMatchObject([
      {
        title: 'No reply from Ada Okafor?',
        dueDay: '2026-09-24',
        awaits: `gm:${account}:t1`,
        contactId: ada.id,
        companyId: acme,
      },
    ]);
  });

  it('is a plain task where the ids of the mail could not be had', async () => {
    await left({ remind }, null);
    expect(await tasks()).toMatchObject([{ awaits: null, dueDay: '2026-09-24' }]);
  });

  it('is done when their answer is shown, is opened again by a click, and then stays open', async () => {
    await left({ remind });
    screen(account, 'mia@ours.example');
    await settleShown(core, tabId);
    expect(await tasks()).toMatchObject([{ doneAt: null }]);
    screen(account, 'ada.okafor@acme.example');
    await settleShown(core, tabId);
    const [done] = await tasks();
    expect(done).toMatchObject({ doneAt: now, doneVia: null });
    expect(session.settled).toMatchObject({ taskId: done?.id, who: 'ada.okafor@acme.example' });
    await unsettle(core, tabId, done?.id ?? '');
    await settleShown(core, tabId);
    expect(await tasks()).toMatchObject([{ doneAt: null }]);
  });

  it('is done by the log of their answer, which it names', async () => {
    await left({ remind });
    const answer = mailWith(ada, { threadKey: `gm:${account}:t1`, occurredAt: now + day });
    await settleLogged(core, { ...answer, direction: 'out' });
    expect(await tasks()).toMatchObject([{ doneAt: null }]);
    await settleLogged(core, answer);
    expect(await tasks()).toMatchObject([{ doneVia: answer.id }]);
  });
});
