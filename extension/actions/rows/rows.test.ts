import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import type { Deal, Exclusion, Interaction, Member, Task } from '../../../shared/domain/rows.ts';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import type { Changed } from '../../../shared/sync/apply.ts';
import {
  companyRow,
  contactRow,
  dealRow,
  emailKey,
  interactionRow,
  stageRow,
  taskRow,
} from '../../../tests/fixtures/rows.ts';
import type { MailPerson, RowSeen } from '../../gmail/surface.ts';
import type { RowChipKind } from '../../messages/rows.ts';
import { openSessions, type Sessions } from '../../messages/screen/session.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../../mirror/mirror.ts';
import type { Core } from '../core.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import type { Workspaces } from '../workspaces.ts';
import { inboxView } from './inbox.ts';
import { keepRows } from './keep-rows.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const account = 'nora@ours.example';
const tabId = 1;
const kept = { rowChips: true, rowChipsLeftOut: [] as RowChipKind[] };

const person = (email: string, name: string | null = null): MailPerson => ({ email, name });
const ada = person('ada@acme.example', 'Ada Byron');
const stranger = person('rowan@northlight.example', 'Rowan Ellery');
const row = (id: string, people: MailPerson[], more: Partial<RowSeen> = {}): RowSeen => ({
  ...{
    id,
    people,
    lastId: null,
    subject: 'Offer',
    to: false,
    at: now,
    count: 1,
    unread: false,
    draft: false,
  },
  ...more,
});

let mirror: Mirror;
let core: Core;
let sessions: Sessions;
let rows: ReturnType<typeof keepRows>;
let told: number[];
const put = (...changed: Changed[]) =>
  mirror.commit(async (tx) => {
    for (const each of changed) await tx.put(each);
  });
const deal = (id: string, more: Partial<Deal> = {}): Changed => ({
  noun: 'deal',
  row: dealRow(id, { title: id, stageId: 'offer', contactIds: ['ada'], companyId: 'acme', ...more }),
});
const task = (more: Partial<Task>): Changed => ({
  noun: 'task',
  row: taskRow(more.title ?? 'Call', { title: 'Call', contactId: 'ada', ...more }),
});
const logged = (id: string, more: Partial<Interaction> = {}): Changed => ({
  noun: 'interaction',
  row: interactionRow(id, {
    ...{ kind: 'email', contactIds: ['ada'], threadKey: `gm:${account}:t1`, loggedBy: 'mia', loggedAt: now },
    ...more,
  }),
});
const never = (value: string): Changed => {
  const rule: Exclusion = {
    ...newBase('never', now, 'nora'),
    ...{ subject: 'domain', value, effect: 'never', note: null, privateTo: null },
  };
  return { noun: 'exclusion', row: rule };
};

beforeEach(async () => {
  haveTables(wholeTables);
  overwriteGetLocale(() => 'en');
  mirror = await openMirror(memoryStore());
  const members = ['nora', 'mia'].map((id): Changed => {
    const row: Member = {
      ...newBase(id, now, id),
      name: `${id} Lind`,
      email: `${id}@ours.example`,
      role: 'member',
    };
    return { noun: 'member', row };
  });
  await put(
    ...members,
    { noun: 'stage', row: stageRow('offer', { name: 'Offer', colour: '#3e63dd', probability: 50 }) },
    { noun: 'company', row: companyRow('acme', { name: 'ACME', domains: ['acme.example'] }) },
    {
      noun: 'contact',
      row: contactRow('ada', { name: 'Ada Byron', companyId: 'acme', keys: [emailKey('ada@acme.example')] }),
    },
  );
  const area = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  sessions = await openSessions(area, async () => ({}));
  const screen = { account, thread: null, listed: [], theme: 'light' as const };
  sessions.change(tabId, { shown: { kind: 'mail', screen, level: 'dom' } });
  core = {
    ...{ mirror, sessions, place: 'first', now: () => now, today: () => '2026-11-22', zone: () => 'UTC' },
    device: { get: () => ({ me: 'nora' }) },
    settings: { get: () => kept, locale: () => 'en', onChange: () => () => {} },
    dismissed: { has: () => false },
  } as unknown as Core;
  told = [];
  const workspaces = {
    of: async () => core,
    onOpen: (listen: (opened: Core) => void) => listen(core),
  } as unknown as Workspaces;
  rows = keepRows({ desk: core, workspaces, tell: (tab) => told.push(tab) });
});

const answer = async (...asked: RowSeen[]) => (await rows.answer(tabId, asked)) ?? [];
const chips = async (asked: RowSeen) =>
  (await answer(asked)).flatMap((each) => each.chips.map(({ kind, text }) => `${kind}: ${text}`));
const whole = async (asked: RowSeen) => (await answer(asked)).flatMap((each) => each.whole);

describe('what stands on the row of somebody known', () => {
  test('is nothing where nothing is to be said', async () => {
    expect(await answer(row('t1', [ada]))).toEqual([]);
  });

  test('is the stage of the open deal, with its colour and its value in full', async () => {
    await put(deal('Renewal', { amountMinor: 120_000, currency: 'EUR' }), deal('Won', { state: 'won' }));
    const [first] = await answer(row('t1', [ada]));
    expect(first?.chips).toEqual([{ kind: 'stage', text: 'Offer', tone: 'plain', colour: '#3e63dd' }]);
    expect(first?.whole).toEqual(['In the workspace: Ada Byron, ACME', 'Renewal: Offer, €1,200']);
  });

  test('is of several deals the most valuable, unless its log went to another', async () => {
    await put(deal('small', { amountMinor: 1 }), deal('large', { amountMinor: 2 }));
    expect((await whole(row('t1', [ada])))[1]).toContain('large');
    await put(logged('log', { dealId: 'small' }));
    expect((await whole(row('t1', [ada])))[1]).toContain('small');
  });

  test('is the company’s deal where a colleague of theirs writes whom nobody knows', async () => {
    await put(deal('Renewal'));
    expect(await chips(row('t1', [person('ben@acme.example', 'Ben Ruiz')]))).toEqual([
      'stage: Offer',
      'lead: new lead?',
    ]);
  });

  test.each<[string, Partial<Task>, string[]]>([
    ['two days late', { dueDay: '2026-11-20' }, ['due: 2 d late']],
    ['due today', { dueDay: '2026-11-22' }, ['due: today']],
    ['due on Wednesday', { dueDay: '2026-11-25' }, ['due: Wed']],
    ['due in a month', { dueDay: '2026-12-25' }, []],
    ['somebody else’s', { dueDay: '2026-11-20', ownerId: 'mia' }, []],
    ['done', { dueDay: '2026-11-20', doneAt: now }, []],
    ['our promise', { dueDay: '2026-11-20', promisedBy: 'us' }, ['due: 2 d late', 'promise: you owe']],
    ['theirs', { dueDay: '2026-11-20', promisedBy: 'them' }, ['promise: they owe']],
    ['an answer that has come', { dueDay: '2026-11-20', awaits: `gm:${account}:t1` }, []],
  ])('a task that is %s: %s', async (_, some, expected) => {
    await put(task(some));
    expect(await chips(row('t1', [ada]))).toEqual(expected);
  });

  test('is how much of it is logged: by the thread, and by its last message where another mailbox logged it', async () => {
    await put(logged('one'), logged('two'), logged('other', { threadKey: `gm:${account}:t2` }));
    expect(await chips(row('t1', [ada], { count: 5 }))).toEqual(['logged: ✓ 2/5']);
    expect(await chips(row('t1', [ada], { count: 2 }))).toEqual(['logged: ✓']);
    await put(logged('theirs', { threadKey: 'gm:mia@ours.example:x', fingerprint: [`gm:${account}:m9`] }));
    expect(await chips(row('t3', [ada], { lastId: 'm9', count: 3 }))).toEqual(['logged: ✓ 1/3']);
  });

  test('is its owner by initials, unless that is oneself', async () => {
    await put(deal('Renewal', { ownerId: 'mia' }));
    expect(await chips(row('t1', [ada]))).toEqual(['stage: Offer', 'owner: ML']);
    await put(deal('Renewal', { ownerId: 'nora' }));
    expect(await chips(row('t1', [ada]))).toEqual(['stage: Offer']);
  });

  test('is three chips at most, and everything in words', async () => {
    await put(
      deal('Renewal', { ownerId: 'mia' }),
      task({ dueDay: '2026-11-20', promisedBy: 'us' }),
      logged('one'),
    );
    const [first] = await answer(row('t1', [ada], { count: 2 }));
    expect(first?.chips.map(({ kind }) => kind)).toEqual(['due', 'stage', 'promise']);
    expect(first?.whole).toEqual([
      'In the workspace: Ada Byron, ACME',
      'Renewal: Offer',
      'Call: 2 days late',
      'You promised: Call',
      '1 of 2 messages logged',
      'Owner: mia Lind',
    ]);
  });
});

describe('a new lead is', () => {
  test.each<[string, RowSeen, boolean]>([
    ['somebody outside who wrote', row('t1', [stranger]), true],
    ['also after a colleague’s answer', row('t1', [stranger, person('mia@ours.example', 'Mia')]), true],
    ['no colleague', row('t1', [person('mia@ours.example')]), false],
    ['nobody whom one wrote to', row('t1', [stranger], { to: true }), false],
    ['no machine', row('t1', [person('no-reply@shop.example', 'Shop')]), false],
    ['no newsletter', row('t1', [person('news@ledger.example', 'Ledger')]), false],
    ['no publication', row('t1', [person('hello@agri.example', '農業科技電子報')]), false],
    ['no receipt of delivery', row('t1', [stranger], { subject: 'Undeliverable: Offer' }), false],
    [
      'nobody who hides behind another address',
      row('t1', [person('x@bad.example', 'ada@acme.example')]),
      false,
    ],
    [
      'nobody under the name of somebody known',
      row('t1', [person('ada@freemail.example', 'Ada Byron')]),
      false,
    ],
    ['nobody beside somebody known', row('t1', [stranger, ada]), false],
  ])('%s: %s', async (_, asked, expected) => {
    expect((await chips(asked)).includes('lead: new lead?')).toBe(expected);
  });

  test('none of many who write under names of contacts, however many are asked about at once', async () => {
    const contacts = Array.from(
      { length: 60 },
      (_, at): Changed => ({
        noun: 'contact',
        row: contactRow(`c${at}`, { name: `Person ${at} Known`, keys: [emailKey(`p${at}@acme.example`)] }),
      }),
    );
    await put(...contacts);
    const asked = Array.from({ length: 120 }, (_, at) =>
      row(`many${at}`, [
        person(`p${at}@elsewhere.example`, at < 60 ? `person ${at} KNOWN` : `Person ${at} New`),
      ]),
    );
    const leads = (await answer(...asked)).map(({ id }) => id);
    expect(leads).toEqual(asked.slice(60).map(({ id }) => id));
  });

  test('nobody who is never logged', async () => {
    await put(never('northlight.example'));
    expect(await chips(row('t1', [stranger]))).toEqual([]);
  });
});

describe('a tab is asked to look again', () => {
  const changed = async (work: () => Promise<unknown>) => {
    told.length = 0;
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      await work();
      vi.advanceTimersByTime(1_000);
    } finally {
      vi.useRealTimers();
    }
    return told;
  };

  test('once, when what its rows were answered from has changed', async () => {
    await put(deal('Renewal'));
    await answer(row('t1', [ada]));
    expect(
      await changed(async () => {
        await put(logged('one'));
        await put(logged('two'));
      }),
    ).toEqual([tabId]);
  });

  test('not when others’ rows change, nor before it asked again', async () => {
    await answer(row('t1', [ada]));
    expect(await changed(() => put({ noun: 'contact', row: contactRow('zoe', { keys: [] }) }))).toEqual([]);
    expect(await changed(() => put(task({ dueDay: '2026-11-20' })))).toEqual([tabId]);
    expect(await changed(() => put(task({ dueDay: '2026-11-19' })))).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>, RowSeen, string[], string[]]>([
    ['logged', () => put(logged('one')), row('t1', [ada], { count: 2 }), [], ['logged: ✓ 1/2']],
    [
      'logged by a colleague whose mailbox has another conversation of it',
      () => put(logged('theirs', { threadKey: 'gm:mia@ours.example:x', fingerprint: [`gm:${account}:m9`] })),
      row('t3', [ada], { lastId: 'm9' }),
      [],
      ['logged: ✓'],
    ],
    [
      'taken out of the log',
      () => mirror.commit((tx) => tx.remove('interaction', 'kept')),
      row('t2', [ada]),
      ['logged: ✓'],
      [],
    ],
    [
      'put off',
      () => put(task({ title: 'Due', contactId: 'ben', dueDay: '2026-11-24' })),
      row('t4', [person('ben@acme.example')]),
      ['due: today'],
      ['due: Tue'],
    ],
    [
      'done',
      () => put(task({ title: 'Due', contactId: 'ben', dueDay: '2026-11-22', doneAt: now })),
      row('t4', [person('ben@acme.example')]),
      ['due: today'],
      [],
    ],
  ])('once what stands there is %s, and is told so', async (_, work, asked, before, after) => {
    await put(
      { noun: 'contact', row: contactRow('ben', { name: 'Ben Ruiz', keys: [emailKey('ben@acme.example')] }) },
      logged('kept', { threadKey: `gm:${account}:t2` }),
      task({ title: 'Due', contactId: 'ben', dueDay: '2026-11-22' }),
    );
    expect(await chips(asked)).toEqual(before);
    expect(await changed(work)).toEqual([tabId]);
    expect(await chips(asked)).toEqual(after);
  });

  test('when somebody unknown becomes known', async () => {
    await answer(row('t1', [stranger]));
    const rowan = contactRow('rowan', { keys: [emailKey(stranger.email)] });
    expect(await changed(() => put({ noun: 'contact', row: rowan }))).toEqual([tabId]);
  });
});

test('with chips off nothing is answered, and the rows are known all the same', async () => {
  kept.rowChips = false;
  await put(deal('Renewal'));
  expect(await answer(row('t1', [ada]))).toEqual([]);
  expect(sessions.rows(tabId).map(({ id }) => id)).toEqual(['t1']);
  kept.rowChips = true;
});

test('a kind that was left out makes room, and is not told of', async () => {
  kept.rowChipsLeftOut = ['stage'];
  await put(deal('Renewal', { ownerId: 'mia' }));
  const [first] = await answer(row('t1', [ada]));
  expect(first?.chips.map(({ kind }) => kind)).toEqual(['owner']);
  expect(first?.whole.join()).not.toContain('Renewal');
  kept.rowChipsLeftOut = [];
});

test('rows of a mailbox are forgotten when another one stands in the tab', async () => {
  await answer(row('t1', [ada]));
  const screen = { account: 'other@ours.example', thread: null, listed: [], theme: 'light' as const };
  sessions.change(tabId, { shown: { kind: 'mail', screen, level: 'dom' } });
  await answer(row('t2', [ada]));
  expect(sessions.rows(tabId).map(({ id }) => id)).toEqual(['t2']);
});

describe('the inbox by what is at stake', () => {
  test('orders what the tab has shown, and says why', async () => {
    await put(
      deal('Renewal', { amountMinor: 120_000, currency: 'EUR', ownerId: 'nora' }),
      task({ dueDay: '2026-11-20' }),
    );
    await answer(
      row('news', [person('news@ledger.example', 'Ledger')]),
      row('lead', [stranger], { unread: true, at: now - 3 * 86_400_000 }),
      row('deal', [person(account, 'me'), ada]),
    );
    const { rows: ordered, seen } = await inboxView(core, tabId);
    expect(seen).toBe(3);
    expect(
      ordered.map(({ id, who, filters, reasons }) => [id, who, filters, reasons.map(({ kind }) => kind)]),
    ).toEqual([
      ['deal', 'Ada Byron', ['answer', 'due', 'deal', 'mine'], ['late', 'deal', 'answer']],
      ['lead', 'Rowan Ellery', ['answer', 'lead'], ['answer', 'lead']],
      ['news', 'Ledger', [], []],
    ]);
  });

  test('knows how they answer, and that they are silent for longer', async () => {
    const at = (days: number) => now - days * 86_400_000;
    // We ask every ten days, and they answer on the next.
    const exchanges = [60, 50, 40, 30].flatMap((days) => [
      logged(`out${days}`, { occurredAt: at(days), direction: 'out', threadKey: null }),
      logged(`in${days}`, { occurredAt: at(days - 1), direction: 'in', threadKey: null }),
    ]);
    await put(deal('Renewal'), ...exchanges);
    await answer(row('t1', [ada, person(account, 'me')], { at: at(14) }), row('t2', [ada], { at: at(14) }));
    const { rows: ordered } = await inboxView(core, tabId);
    const reasonOf = (id: string) => ordered.find((each) => each.id === id)?.reasons.map(({ kind }) => kind);
    // Ten working days in fourteen.
    expect(ordered.find(({ id }) => id === 't1')?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'silence', days: 10, usual: 1 }),
    );
    expect(reasonOf('t2')).not.toContain('silence');
  });
});
