import { beforeEach, describe, expect, test } from 'vitest';
import { mostRecipients } from '../../../shared/domain/interaction/why-not.ts';
import { newBase } from '../../../shared/domain/row.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import { companyRow, contactRow, emailKey, interactionRow } from '../../../tests/fixtures/rows.ts';
import type { MailRead, MessageSeen } from '../../gmail/surface.ts';
import { openSessions, type Sessions } from '../../messages/screen/session.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../../mirror/mirror.ts';
import { putSeen, seenIn } from '../../seen/mails.ts';
import type { Core, Desk } from '../core.ts';
import { act } from '../core.ts';
import { log } from '../log.ts';
import { emptied } from '../rooms.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import type { Workspaces } from '../workspaces.ts';
import { autoOnThread } from './auto-on-thread.ts';
import { logSentByRules } from './log-by-rule.ts';
import { previewRule } from './preview.ts';
import { setRule, undoRule, unsetRule } from './set-rule.ts';
import { watchMails } from './watch-mails.ts';

const account = 'mia@ours.example';
const me = 'member-mia';
let made = 0;
const newId = () => idFrom(1_790_000_000_000 + made++, new Uint8Array(10).fill(made % 256));
const ada = contactRow(newId(), { name: 'Ada', keys: [emailKey('ada@acme.example')], companyId: 'acme' });
const area = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };

const seen = (id: string, more: Partial<MessageSeen> = {}): MessageSeen => ({
  id,
  loaded: true,
  from: { name: 'Ada', email: 'ada@acme.example' },
  to: [{ name: null, email: account }],
  cc: [],
  digests: [],
  ...more,
});
const readOf = ({ id, from, to, cc, about }: MessageSeen, more: Partial<MailRead> = {}): MailRead => ({
  ...{
    id,
    threadId: 't1',
    subject: 'Offer',
    from,
    to,
    cc,
    bcc: [],
    at: 1_790_000_000_000,
    ...(about && { about }),
  },
  ...{ direction: 'in', text: 'Hi', bodyState: 'read', link: 'https://mail.example/', requests: [] },
  fingerprint: [`mid:${id}@acme.example`, `gm:${account}:${id}`],
  ...more,
});

let mirror: Mirror;
let core: Core;
let sessions: Sessions;
let asked: string[];
let more: Partial<MailRead>;
let now: number;
let timers: { at: number; run: () => void }[];
let privateMailboxes: string[];
let watching: () => void;
let onRead: () => Promise<void>;

const settled = () => new Promise((resolve) => setTimeout(resolve, 15));
/** Lets time pass for whoever waits. */
async function pass(ms: number): Promise<void> {
  now += ms;
  for (;;) {
    const due = timers.filter(({ at }) => at <= now);
    if (due.length === 0) break;
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  }
  await settled();
}
const logged = async (): Promise<Interaction[]> => mirror.all('interaction');
function show(messages: MessageSeen[], { tabId = 1, thread = 't1' } = {}): void {
  sessions.change(tabId, {
    shown: {
      kind: 'mail',
      level: 'dom',
      screen: {
        account,
        listed: [],
        theme: 'light',
        thread: { id: thread, subject: 'Offer', messages, selectedId: null, sightings: [] },
      },
    },
  });
}
function worker(): void {
  const workspaces = {
    of: async () => core,
    onOpen: (listener: (core: Core) => void) => listener(core),
  } as unknown as Workspaces;
  const after = (ms: number, run: () => void) => {
    const timer = { at: now + ms, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((each) => each !== timer);
    };
  };
  watching = watchMails({
    desk: core as Desk,
    workspaces,
    after,
    report: (cause) => {
      throw cause;
    },
  });
}
const withRule = (scope: 'thread' | 'contact' | 'company' | 'everyone' = 'contact', value: string = ada.id) =>
  setRule(core, { scope, value, on: true });

beforeEach(async () => {
  haveTables(wholeTables);
  mirror = await openMirror(memoryStore());
  sessions = await openSessions(area, async () => ({}));
  await mirror.commit(async (tx) => {
    await tx.put({ noun: 'contact', row: ada });
    await tx.put({ noun: 'company', row: companyRow('acme', { name: 'ACME' }) });
    await tx.put({
      noun: 'member',
      row: { ...newBase(me, 0, null), name: 'Mia', email: account, role: 'member' } as never,
    });
  });
  [asked, more, now, timers, privateMailboxes] = [[], {}, 1_790_000_000_000, [], []];
  onRead = async () => {};
  core = {
    ...{ mirror, newId, sessions, place: 'first' },
    now: () => now,
    device: { get: () => ({ me }) },
    settings: { get: () => ({ privateMailboxes }) },
    sync: { now: async () => {} },
    ledger: { note: async () => {} },
    readMail: async (tabId: number, ids: string[]) => {
      asked.push(...ids);
      await onRead();
      const { shown } = sessions.get(tabId);
      const messages = shown.kind === 'mail' ? (shown.screen.thread?.messages ?? []) : [];
      return messages.filter(({ id }) => ids.includes(id)).map((message) => readOf(message, more));
    },
  } as unknown as Core;
  worker();
});

describe('[E4] what is before somebody is logged', () => {
  test('once it was for two seconds, by the rule that names it', async () => {
    const { added } = await withRule();
    show([seen('m1')]);
    await pass(1_900);
    expect(asked).toEqual([]);
    await pass(200);
    expect(await logged()).toMatchObject([
      {
        rule: 'contact',
        ruleId: added[0],
        contactIds: [ada.id],
        loggedBy: me,
        fingerprint: expect.any(Array),
      },
    ]);
  });

  test('not while it is only passed on the way through a list', async () => {
    await withRule();
    for (let i = 0; i < 6; i++) {
      show([seen(`m${i}`)], { thread: `t${i}` });
      await pass(700);
    }
    sessions.change(1, { shown: { kind: 'none' } });
    await pass(5_000);
    expect(asked).toEqual([]);
  });

  test('nor in a tab that was closed meanwhile, of which nothing is kept', async () => {
    await withRule();
    show([seen('m1')]);
    sessions.forget(1);
    expect(timers).toEqual([]);
    await pass(5_000);
    expect(asked).toEqual([]);
  });

  test('folded mails are not, until they are unfolded', async () => {
    await withRule();
    show([seen('m1', { loaded: false }), seen('m2')]);
    await pass(2_000);
    expect(asked).toEqual(['m2']);
    show([seen('m1'), seen('m2')]);
    await pass(300);
    expect(asked).toEqual(['m2', 'm1']);
    expect(await logged()).toHaveLength(2);
  });

  test('also what is open when the rule is made', async () => {
    show([seen('m1')]);
    await pass(3_000);
    expect(await logged()).toEqual([]);
    await withRule('thread', `gm:${account}:t1`);
    await pass(300);
    expect(await logged()).toMatchObject([{ rule: 'thread' }]);
  });

  test('in two tabs it is one entry, read once', async () => {
    await withRule();
    show([seen('m1')], { tabId: 1 });
    show([seen('m1')], { tabId: 2 });
    await pass(2_000);
    await settled();
    expect(asked).toEqual(['m1']);
    expect(await logged()).toHaveLength(1);
  });

  test('a click at the same moment makes no second entry', async () => {
    await withRule();
    show([seen('m1')]);
    let click: Promise<unknown> = Promise.resolve();
    onRead = async () => {
      onRead = async () => {};
      click = log(core, 1, { messages: ['m1'] });
      await settled();
    };
    await pass(2_000);
    await click;
    expect(await logged()).toHaveLength(1);
  });

  test('a worker that dies in the middle leaves exactly one entry to the next one', async () => {
    await withRule();
    show([seen('m1')]);
    onRead = () => new Promise(() => undefined);
    await pass(2_000);
    expect(await logged()).toEqual([]);
    watching();
    onRead = async () => {};
    // The next worker knows nothing of what the last one was at.
    show([seen('m1')], { tabId: 2 });
    sessions.forget(1);
    worker();
    await pass(2_000);
    expect(await logged()).toHaveLength(1);
    worker();
    await pass(5_000);
    expect(await logged()).toHaveLength(1);
  });

  test('what is sent is logged as it is read, whatever stands before one', async () => {
    await withRule('company', 'acme');
    show([], { thread: 't9' });
    const to = [{ name: null, email: 'ada@acme.example' }];
    const mail = readOf(seen('s1', { from: { name: null, email: account }, to }), { direction: 'out' });
    await logSentByRules(core, 1, mail);
    expect(await logged()).toMatchObject([{ rule: 'company', direction: 'out' }]);
  });

  test('a tab that is gone costs nothing but this once', async () => {
    const { CodedError } = await import('../../../shared/kit/error.ts');
    await withRule();
    show([seen('m1')]);
    onRead = async () => {
      throw new CodedError('mail.unread', 'tab');
    };
    await pass(2_000);
    expect(await logged()).toEqual([]);
    onRead = async () => {};
    show([seen('m1')]);
    await pass(300);
    expect(await logged()).toHaveLength(1);
  });
});

describe('[E3] what no rule logs is not even read', () => {
  const person = (i: number) => ({ name: null, email: `p${i}@else.example` });
  test.each<[string, Partial<MessageSeen>]>([
    ['a newsletter by its look', { automatic: 'newsletter' }],
    ['more than twenty recipients', { to: Array.from({ length: mostRecipients + 1 }, (_, i) => person(i)) }],
    ['colleagues only', { from: { name: null, email: 'tom@ours.example' } }],
    ['nobody known', { from: { name: null, email: 'who@else.example' } }],
  ])('%s', async (_, message) => {
    await withRule('everyone', '');
    await withRule('thread', `gm:${account}:t1`);
    show([seen('m1', message)]);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('whoever is never logged', async () => {
    await withRule();
    const rule = {
      id: newId(),
      subject: 'domain',
      value: 'acme.example',
      effect: 'never',
      note: null,
    } as const;
    await act(core, { verb: 'exclusion.add', input: { ...rule, private: true } });
    show([seen('m1')]);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('a private mailbox', async () => {
    await withRule();
    privateMailboxes = [account];
    show([seen('m1')]);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('what only its header tells is read once, and not again', async () => {
    await withRule();
    more = { automatic: 'away' };
    show([seen('m1')]);
    await pass(2_000);
    expect(await logged()).toEqual([]);
    show([seen('m1')]);
    await pass(300);
    expect(asked).toEqual(['m1']);
  });

  test('blind copies count', async () => {
    await withRule();
    more = { bcc: Array.from({ length: mostRecipients }, (_, i) => person(i)) };
    show([seen('m1')]);
    await pass(2_000);
    expect(asked).toEqual(['m1']);
    expect(await logged()).toEqual([]);
  });

  test('without a rule nothing is read', async () => {
    show([seen('m1')]);
    await pass(5_000);
    expect(asked).toEqual([]);
  });
});

describe('[E5] what was taken back', () => {
  test('is not logged again by itself, whoever took it back, and is by a click', async () => {
    await withRule();
    show([seen('m1')]);
    await pass(2_000);
    const [entry] = await logged();
    await act(core, { verb: 'interaction.undo', input: { id: entry?.id ?? '' } });
    show([seen('m1')]);
    await pass(2_000);
    expect(await logged()).toEqual([]);
    await log(core, 1, { messages: ['m1'] });
    expect(await logged()).toMatchObject([{ rule: null }]);
  });

  test('in another browser counts as well', async () => {
    await withRule();
    const row = interactionRow(newId(), { fingerprint: [`gm:${account}:m1`], deletedAt: 5 });
    await mirror.commit((tx) => tx.put({ noun: 'interaction', row }));
    show([seen('m1')]);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('counts also where the tombstone tells no more than that it is one', async () => {
    const row = interactionRow(newId(), { fingerprint: [`gm:${account}:m1`] });
    await mirror.commit((tx) => tx.put({ noun: 'interaction', row }));
    const { id, createdAt, createdBy, updatedAt } = row;
    const bare = { id, createdAt, createdBy, updatedAt, deletedAt: 5 } as Interaction;
    await mirror.commit((tx) => tx.put({ noun: 'interaction', row: bare }));
    await withRule();
    show([seen('m1')]);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('all that a rule logged goes at once, and the rule with it', async () => {
    const { added } = await withRule();
    show([seen('m1'), seen('m2')]);
    await pass(2_000);
    expect(await undoRule(core, { id: added[0] ?? '' })).toEqual({ undone: 2 });
    expect(await logged()).toEqual([]);
    expect(await mirror.all('logRule')).toEqual([]);
    show([seen('m1'), seen('m2')]);
    await pass(2_000);
    expect(await logged()).toEqual([]);
  });
});

describe('[E2] a stop', () => {
  test('takes its own rule away; under a wider one it says that this is left out', async () => {
    await withRule('everyone', '');
    await withRule();
    await setRule(core, { scope: 'contact', value: ada.id, on: false });
    expect((await mirror.all('logRule')).map(({ scope, effect }) => `${scope} ${effect}`).sort()).toEqual([
      'contact leave',
      'everyone log',
    ]);
    show([seen('m1')]);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('can be taken back as it was', async () => {
    await withRule('everyone', '');
    const change = await setRule(core, { scope: 'contact', value: ada.id, on: false });
    await unsetRule(core, change);
    show([seen('m1')]);
    await pass(2_000);
    expect(await logged()).toMatchObject([{ rule: 'everyone' }]);
  });

  test('a rule about somebody who turned out to be Ada is hers: it logs, is shown as hers, and stops with her', async () => {
    const twin = contactRow(newId(), { name: 'A. Byron', mergedInto: ada.id });
    await withRule('contact', twin.id);
    await mirror.commit((tx) => tx.put({ noun: 'contact', row: twin }));
    show([seen('m1')]);
    await pass(2_000);
    expect(await logged()).toMatchObject([{ rule: 'contact', contactIds: [ada.id] }]);
    const { shown } = sessions.get(1);
    const thread = shown.kind === 'mail' ? shown.screen.thread : null;
    if (!thread) throw new Error('a mail is open');
    const auto = await autoOnThread(core, 1, account, thread);
    expect(auto.subjects.map(({ scope, on }) => `${scope} ${on}`)).toEqual([
      'thread true',
      'contact true',
      'company false',
      'everyone false',
    ]);
    await setRule(core, { scope: 'contact', value: ada.id, on: false });
    expect(await mirror.all('logRule')).toEqual([]);
  });

  test('the same rule twice is one', async () => {
    await withRule();
    expect(await withRule()).toEqual({ added: [], removed: [] });
    expect(await mirror.all('logRule')).toHaveLength(1);
  });
});

test('what was remembered goes with the workspace', async () => {
  const store = memoryStore();
  const kept = await openMirror(store);
  const mail = {
    id: 'm1',
    threadId: 't1',
    subject: 'Offer',
    from: { name: null, email: 'ada@acme.example' },
  };
  await kept.commit(async (tx) => {
    await putSeen(tx.raw, account, [{ ...mail, to: [], cc: [], automatic: null, at: 1 }]);
    await tx.put({
      noun: 'interaction',
      row: interactionRow(newId(), { fingerprint: [`gm:${account}:m1`], deletedAt: 5 }),
    });
  });
  await emptied(store);
  expect(await store.read((tx) => tx.scan('meta', { from: '', to: '\uffff' }))).toEqual([]);
});

test('what was before somebody is remembered by its header, and tells what a rule would have logged', async () => {
  show([seen('m1'), seen('m2', { automatic: 'newsletter' }), seen('m3', { loaded: false })]);
  await pass(2_000);
  show([seen('m4', { from: { name: null, email: 'who@else.example' } })], { thread: 't2' });
  await pass(2_000);
  expect((await mirror.read((tx) => seenIn(tx, account))).map(({ id }) => id)).toEqual(['m4', 'm2', 'm1']);
  const { lines } = await previewRule(core, 1, { scope: 'contact', value: ada.id });
  expect(lines.map(({ id, why }) => `${id} ${why}`)).toEqual(['m4 no-rule', 'm2 automatic', 'm1 null']);
  await withRule();
  show([seen('m1')]);
  await pass(2_000);
  const after = await previewRule(core, 1, { scope: 'everyone', value: '' });
  expect(after.lines.map(({ id, why }) => `${id} ${why}`)).toEqual([
    'm4 no-rule',
    'm2 automatic',
    'm1 logged',
  ]);
});
