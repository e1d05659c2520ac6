import { beforeEach, describe, expect, test } from 'vitest';
import { digestKey } from '../../shared/domain/interaction/digest-key.ts';
import { newBase } from '../../shared/domain/row.ts';
import type { Contact } from '../../shared/domain/rows.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { contactRow, dealRow, interactionRow } from '../../tests/fixtures/rows.ts';
import type { MailRead, MessageSeen, ReadLimit, ThreadSeen } from '../gmail/surface.ts';
import { newSession, type TabSession } from '../messages/screen/session.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import type { Core } from './core.ts';
import { log } from './log.ts';
import { logReads } from './log-reads.ts';
import { saving } from './saving.ts';
import { showThread } from './show-thread.ts';
import { haveTables } from './tables.ts';
import { wholeTables } from './whole-tables.ts';

let made = 0;
const newId = () => idFrom(1_790_000_000_000 + made, new Uint8Array(10).fill(made++ % 256));
const tabId = 1;
const ada: Contact = contactRow(newId(), {
  name: 'Ada Byron',
  keys: [{ kind: 'email', value: 'ada@acme.example', source: 'manual' }],
});

const seen = (from: string, more: Partial<MessageSeen> = {}): MessageSeen => ({
  id: 'm1',
  loaded: true,
  from: { name: null, email: from },
  to: [{ name: null, email: 'mia@ours.example' }],
  cc: [],
  digests: [],
  ...more,
});
const read = (from: string, more: Partial<MailRead> = {}): MailRead => ({
  id: 'm1',
  threadId: 't1',
  subject: 'Offer',
  from: { name: null, email: from },
  to: [{ name: null, email: 'mia@ours.example' }],
  cc: [],
  bcc: [],
  at: 1_790_000_000_000,
  direction: 'in',
  text: 'Hi',
  bodyState: 'read',
  fingerprint: ['mid:a@acme.example', 'gm:mia@ours.example:m1'],
  link: 'https://mail.example/',
  requests: [],
  ...more,
});

let core: Core;
let session: TabSession;
let thread: ThreadSeen;
let reads: MailRead[];
beforeEach(async () => {
  haveTables(wholeTables);
  const mirror = await openMirror(memoryStore());
  await mirror.commit((tx) => tx.put({ noun: 'contact', row: ada }));
  session = newSession();
  core = {
    mirror,
    newId,
    now: () => 1_790_000_000_000,
    device: { get: () => ({ me: newId() }) },
    settings: { get: () => ({ privateMailboxes: [] }) },
    sync: { now: async () => {} },
    ledger: { note: async () => {} },
    sessions: {
      get: () => session,
      change: (_: number, change: Partial<TabSession>) => {
        session = { ...session, ...change };
      },
    },
    readMail: async (_: number, ids: string[] | 'all', limit?: ReadLimit) =>
      reads
        .filter(({ id }) => (ids === 'all' || ids.includes(id)) && !limit?.except.includes(id))
        .slice(0, limit?.most),
  } as unknown as Core;
});
const open = (message: MessageSeen, mail: MailRead, subject = 'Offer') => {
  thread = { id: 't1', subject, messages: [message], selectedId: message.id, sightings: [] };
  reads = [mail];
  const screen = { account: 'mia@ours.example', thread, listed: [], theme: 'light' as const };
  session = { ...session, shown: { kind: 'mail', level: 'dom', screen } };
};
const state = async () => {
  if (session.shown.kind !== 'mail') throw new Error('A mailbox is open.');
  return (await showThread(core, tabId, session.shown.screen, thread)).messages[0]?.log;
};

describe('a mail that nobody wrote is not logged unless somebody says so', () => {
  test('by its look it is said before a click', async () => {
    open(seen('ada@acme.example', { automatic: 'newsletter' }), read('ada@acme.example'));
    expect(await state()).toEqual({ state: 'none', why: { why: 'automatic', kind: 'newsletter' } });
    expect(await log(core, tabId, { messages: 'missing' })).toMatchObject({ logged: 0, already: 0 });
    expect(await log(core, tabId, { messages: 'selected', anyway: true })).toMatchObject({ logged: 1 });
    expect(await state()).toMatchObject({ state: 'waiting' });
  });

  test('by its own header it is said after a click, and asked', async () => {
    open(seen('ada@acme.example'), read('ada@acme.example', { automatic: 'away' }));
    expect(await state()).toEqual({ state: 'none', why: null });
    expect(await log(core, tabId, { messages: 'selected' })).toMatchObject({ logged: 0 });
    expect(await state()).toEqual({ state: 'none', why: { why: 'automatic', kind: 'away' } });
    expect(await log(core, tabId, { messages: 'selected', anyway: true })).toMatchObject({ logged: 1 });
  });

  test('one’s own mail is never taken for one', async () => {
    open(
      seen('mia@ours.example', { to: [{ name: null, email: 'ada@acme.example' }], automatic: 'newsletter' }),
      read('mia@ours.example', { direction: 'out', to: [{ name: null, email: 'ada@acme.example' }] }),
    );
    expect(await state()).toEqual({ state: 'none', why: null });
    expect(await log(core, tabId, { messages: 'selected' })).toMatchObject({ logged: 1 });
  });
});

test('a web form’s notification is logged with who filled it in', async () => {
  const about = { name: 'Ada Byron', email: 'ada@acme.example' };
  open(seen('no-reply@site.example', { about }), read('no-reply@site.example', { about }));
  expect(await state()).toEqual({ state: 'none', why: null });
  const { interactionIds } = await log(core, tabId, { messages: 'selected' });
  expect(await core.mirror.get('interaction', interactionIds[0] ?? '')).toMatchObject({
    contactIds: [ada.id],
  });
});

describe('[G8] a forward', () => {
  const people = [{ name: 'Ada Byron', email: 'ada@acme.example' }];
  const at = Date.UTC(2026, 10, 20, 8, 30);
  const original = digestKey('ada@acme.example', at, 'Here is the offer.') ?? '';
  const fromMia = seen('mia@ours.example', { id: 'f1', to: [{ name: null, email: 'tom@ours.example' }] });
  const forwarded = { people, digests: [original] };

  test('among colleagues is logged with those whom it hands on, and never as the mail that it hands on', async () => {
    open(
      { ...fromMia, forwarded },
      read('mia@ours.example', { ...fromMia, id: 'f1', forwarded, fingerprint: ['mid:f@x'] }),
    );
    expect(await state()).toEqual({ state: 'none', why: null });
    const { interactionIds } = await log(core, tabId, { messages: 'selected' });
    const entry = await core.mirror.get('interaction', interactionIds[0] ?? '');
    expect(entry).toMatchObject({ contactIds: [ada.id] });
    expect(entry?.fingerprint).not.toContain(original);
  });

  test('says who probably logged the mail that it hands on', async () => {
    open(seen('ada@acme.example'), read('ada@acme.example', { fingerprint: ['mid:o@x', original] }));
    const { interactionIds } = await log(core, tabId, { messages: 'selected' });
    const near = original.replace(/^dg:(\d+)/, (_, minute) => `dg:${Number(minute) + 1}`);
    open({ ...fromMia, forwarded: { people, digests: [near] } }, read('mia@ours.example'));
    if (session.shown.kind !== 'mail') throw new Error('A mailbox is open.');
    const [message] = (await showThread(core, tabId, session.shown.screen, thread)).messages;
    expect(message).toMatchObject({
      log: { state: 'none', why: null },
      forwardOf: { interactionId: interactionIds[0] },
    });
  });
});

describe('[G3] "log the missing"', () => {
  const several = () => {
    const messages = [
      seen('ada@acme.example', { id: 'm1' }),
      seen('tom@ours.example', { id: 'm2' }),
      seen('ada@acme.example', { id: 'm3', automatic: 'newsletter' }),
      seen('eve@elsewhere.example', { id: 'm4' }),
      seen('ada@acme.example', { id: 'm5' }),
      ...Array.from({ length: 10 }, (_, at) => seen('ada@acme.example', { id: `n${at}` })),
    ];
    open(messages[0] as MessageSeen, read('ada@acme.example'));
    thread.messages = messages;
    reads = messages.map(({ id, from }) => read(from.email, { id, from, fingerprint: [`mid:${id}@x`] }));
  };

  test('takes what is not there and not kept out, and counts what it left out by reason', async () => {
    several();
    await log(core, tabId, { messages: ['m5'] });
    const asked: string[] = [];
    const { readMail } = core;
    core.readMail = async (...given) => {
      const found = await readMail(...given);
      asked.push(...found.map(({ id }) => id));
      return found;
    };
    const answer = await log(core, tabId, { messages: 'missing' });
    expect(answer).toMatchObject({ logged: 11, already: 0, stopped: false });
    expect(answer.leftOut).toEqual(
      expect.arrayContaining([
        { why: 'internal', count: 1 },
        { why: 'automatic', count: 1 },
        { why: 'unknown', count: 1 },
      ]),
    );
    // Neither what is there nor what stays out was asked of the mailbox.
    expect(asked.filter((id) => /^m[2-5]$/.test(id))).toEqual([]);
  });

  test('says how far it has come and is ended in between; what is logged stays', async () => {
    several();
    const told: (number | undefined)[] = [];
    const { change } = core.sessions;
    core.sessions.change = (id, changed) => {
      change(id, changed);
      if (changed.logging === undefined) return;
      told.push(changed.logging?.done);
      if (changed.logging?.done === 4) saving.stop(tabId);
    };
    expect(await log(core, tabId, { messages: 'missing' })).toMatchObject({ logged: 4, stopped: true });
    expect(told).toEqual([0, 4, undefined]);
    expect(session.logging).toBeNull();
  });

  test('ends where another thread is opened meanwhile', async () => {
    several();
    const { readMail } = core;
    core.readMail = async (...given) => {
      const found = await readMail(...given);
      open(seen('bo@acme.example', { id: 'z' }), read('bo@acme.example'));
      thread.id = 't2';
      return found;
    };
    expect(await log(core, tabId, { messages: 'missing' })).toMatchObject({ logged: 4, stopped: true });
  });
});

describe('[G4] a log goes where somebody says', () => {
  const deal = (title: string, state: 'open' | 'won' = 'open') =>
    dealRow(newId(), { title, state, contactIds: [ada.id] });
  test('to several deals, and the thread remembers them', async () => {
    const [a, b, c] = [deal('A'), deal('B'), deal('C')];
    await core.mirror.commit(async (tx) => {
      for (const row of [a, b, c]) await tx.put({ noun: 'deal', row });
    });
    open(seen('ada@acme.example'), read('ada@acme.example'));
    const { interactionIds } = await log(core, tabId, {
      messages: 'selected',
      to: { dealIds: [c.id, a.id] },
    });
    expect(await core.mirror.get('interaction', interactionIds[0] ?? '')).toMatchObject({
      ...{ dealId: c.id, moreDealIds: [a.id], contactIds: [ada.id] },
    });
    expect(await state()).toMatchObject({ deals: [{ title: 'C' }, { title: 'A' }] });
    open(
      seen('ada@acme.example', { id: 'm2' }),
      read('ada@acme.example', { id: 'm2', fingerprint: ['mid:2@x'] }),
    );
    if (session.shown.kind !== 'mail') throw new Error('A mailbox is open.');
    const { target } = await showThread(core, tabId, session.shown.screen, thread);
    expect(target).toMatchObject({ basis: 'thread', deals: [{ title: 'C' }, { title: 'A' }] });
  });

  test('to somebody who is not on the mail, though nobody on it is known', async () => {
    open(seen('eve@elsewhere.example'), read('eve@elsewhere.example'));
    await expect(log(core, tabId, { messages: 'selected' })).rejects.toMatchObject({
      code: 'contact.unknown',
    });
    const { logged, interactionIds } = await log(core, tabId, {
      messages: 'selected',
      to: { contactIds: [ada.id] },
    });
    expect(logged).toBe(1);
    expect(await core.mirror.get('interaction', interactionIds[0] ?? '')).toMatchObject({
      contactIds: [ada.id],
    });
  });

  test('but never against somebody’s word', async () => {
    await core.mirror.commit((tx) =>
      tx.put({
        noun: 'exclusion',
        row: {
          ...newBase(newId(), 1, null),
          ...{ subject: 'domain', value: 'elsewhere.example', effect: 'never', note: null, privateTo: null },
        },
      }),
    );
    open(seen('eve@elsewhere.example'), read('eve@elsewhere.example'));
    await expect(
      log(core, tabId, { messages: 'selected', anyway: true, to: { contactIds: [ada.id] } }),
    ).rejects.toMatchObject({ code: 'interaction.excluded' });
  });
});

test('[G10] a rule’s log says which rule it was, and a rule logs nothing private', async () => {
  open(seen('ada@acme.example'), read('ada@acme.example'));
  const by = { rule: 'contact', ruleId: newId() } as const;
  const wish = { account: 'mia@ours.example', asked: 'rule', by } as const;
  expect(await logReads(core, tabId, reads, { ...wish, hidden: true })).toMatchObject([
    { became: 'left-out', why: 'private' },
  ]);
  expect(await logReads(core, tabId, reads, wish)).toMatchObject([{ became: 'logged' }]);
  expect(await state()).toMatchObject({ state: 'waiting', rule: 'contact' });
});

describe('[G1] of a folded message, whose text and recipients the page does not show', () => {
  const folded = { id: 'c1', loaded: false, to: [], at: 1_790_000_040_000 };
  test('it is not claimed that only colleagues are on it, until reading it has told', async () => {
    open(
      seen('tom@ours.example', folded),
      read('tom@ours.example', { id: 'c1', to: [{ name: null, email: 'mia@ours.example' }] }),
    );
    expect(await state()).toEqual({ state: 'none', why: null });
    expect(await log(core, tabId, { messages: 'missing' })).toMatchObject({
      leftOut: [{ why: 'internal', count: 1 }],
    });
    expect(await state()).toEqual({ state: 'none', why: { why: 'internal' } });
  });

  test.each([
    ['the same sender, minute and subject', 'Re: Offer', 'ada@acme.example', 'probably'],
    ['another subject', 'Invoice', 'ada@acme.example', 'none'],
    ['another sender', 'Offer', 'bo@acme.example', 'none'],
  ])('that %s was logged says %s', async (_, subject, from, expected) => {
    const participants = [{ name: null, email: from, role: 'from' as const }];
    const row = interactionRow(newId(), {
      ...{ kind: 'email', subject, participants, occurredAt: 1_790_000_000_000 },
      fingerprint: ['gm:tom@ours.example:9', 'mid:x@x'],
    });
    await core.mirror.commit((tx) => tx.put({ noun: 'interaction', row }));
    open(seen('ada@acme.example', folded), read('ada@acme.example'));
    expect((await state())?.state).toBe(expected);
  });

  test.each([
    ['of which no text is known stays what it probably is', [], 'probably'],
    ['of another text is another mail', [digestKey('ada@acme.example', 1_790_000_000_000, 'No')], 'none'],
  ])('[U2] once it is unfolded, a log %s', async (_, more, expected) => {
    const row = interactionRow(newId(), {
      ...{ kind: 'email', subject: 'Re: Offer', occurredAt: 1_790_000_000_000 },
      participants: [{ name: null, email: 'ada@acme.example', role: 'from' }],
      fingerprint: ['mid:x@x', ...more.filter((key) => key !== null)],
    });
    await core.mirror.commit((tx) => tx.put({ noun: 'interaction', row }));
    const digests = [digestKey('ada@acme.example', 1_790_000_000_000, 'Yes, two years') ?? ''];
    open(seen('ada@acme.example', { id: 'c1', digests }), read('ada@acme.example'));
    expect((await state())?.state).toBe(expected);
  });
});

describe('one mail in two mailboxes of one browser', () => {
  const other = 'mia@home.example';
  const openIn = (account: string, mail: MailRead) => {
    open(seen('ada@acme.example', { id: mail.id }), mail);
    if (session.shown.kind === 'mail') session.shown.screen.account = account;
  };
  const inFirst = () => openIn('mia@ours.example', read('ada@acme.example'));
  const inSecond = (fingerprint: string[]) =>
    openIn(other, read('ada@acme.example', { id: 'm9', fingerprint }));

  test('[U1] is one entry that learns both its keys', async () => {
    inFirst();
    const { interactionIds } = await log(core, tabId, { messages: 'selected' });
    inSecond(['mid:a@acme.example']);
    // An undo of this click takes nothing back that was there before it.
    expect(await log(core, tabId, { messages: 'selected' })).toMatchObject({
      ...{ logged: 0, already: 1, interactionIds, newIds: [] },
    });
    const entry = await core.mirror.get('interaction', interactionIds[0] ?? '');
    expect(entry?.fingerprint).toEqual(
      expect.arrayContaining(['gm:mia@ours.example:m1', `gm:${other}:m9`, 'mid:a@acme.example']),
    );
    inFirst();
    expect(await state()).toMatchObject({ state: 'waiting' });
  });

  test('[I4] [G9] and so is one that was imported: by its Message-ID it is there already', async () => {
    const row = interactionRow(newId(), {
      ...{ kind: 'email', fingerprint: ['ext:crm:77', 'mid:a@acme.example'], contactIds: [ada.id] },
    });
    await core.mirror.commit((tx) => tx.put({ noun: 'interaction', row }));
    inFirst();
    expect(await log(core, tabId, { messages: 'selected' })).toMatchObject({
      ...{ logged: 0, already: 1, interactionIds: [row.id] },
    });
    expect(await state()).toMatchObject({ state: 'logged', interactionId: row.id });
  });
});
