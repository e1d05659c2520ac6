import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../shared/domain/rows.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { contactRow } from '../../tests/fixtures/rows.ts';
import type { MailRead, MessageSeen, ReadLimit, ThreadSeen } from '../gmail/surface.ts';
import { newSession, type TabSession } from '../messages/screen/session.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import type { Core } from './core.ts';
import { log } from './log.ts';
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
