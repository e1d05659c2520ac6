import { beforeEach, describe, expect, test } from 'vitest';
import { findPromises } from '../../../shared/domain/promise/find-promises.ts';
import { promiseKey } from '../../../shared/domain/promise/promise-key.ts';
import type { Contact, Interaction, Task } from '../../../shared/domain/rows.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import { contactRow, interactionRow } from '../../../tests/fixtures/rows.ts';
import type { MailRead, MessageSeen } from '../../gmail/surface.ts';
import { newSession, type TabSession } from '../../messages/screen/session.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import { act, type Core } from '../core.ts';
import { logReads } from '../log-reads.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import { promiseAnswers } from './answers.ts';

let made = 0;
const newId = () => idFrom(1_790_000_000_000 + made, new Uint8Array(10).fill(made++ % 256));
const tab = { tabId: 1 };
const account = 'mia@ours.example';
/** Wednesday 18 November 2026, 10:00 in Taipei. */
const said = Date.parse('2026-11-18T02:00:00Z');
const hour = 3_600_000;
const ada: Contact = contactRow(newId(), {
  name: 'Ada Byron',
  zone: 'Asia/Taipei',
  keys: [{ kind: 'email', value: 'ada@acme.example', source: 'manual' }],
});
const person = (email: string) => ({ name: null, email });

let core: Core;
let session: TabSession;
let now: number;
let dismissed: Set<string>;
let privateMailboxes: string[];
beforeEach(async () => {
  haveTables(wholeTables);
  const mirror = await openMirror(memoryStore());
  await mirror.commit((tx) => tx.put({ noun: 'contact', row: ada }));
  session = newSession();
  now = said + hour;
  dismissed = new Set();
  privateMailboxes = [];
  core = {
    mirror,
    newId,
    now: () => now,
    zone: () => 'Europe/Berlin',
    device: { get: () => ({ me: newId() }) },
    settings: { get: () => ({ privateMailboxes }) },
    sync: { now: async () => {} },
    ledger: { note: async () => {} },
    dismissed: {
      has: (what: string) => dismissed.has(what),
      add: async (what: string) => void dismissed.add(what),
    },
    sessions: {
      get: () => session,
      change: (_: number, change: Partial<TabSession>) => {
        session = { ...session, ...change };
      },
    },
  } as unknown as Core;
});

const mail = (from: string, to: string, text: string, more: Partial<MessageSeen> = {}): MessageSeen => ({
  ...{ id: 'm1', loaded: true, from: person(from), to: [person(to)], cc: [], digests: [] },
  talk: { ...findPromises(text), at: said },
  ...more,
});
function show(...messages: MessageSeen[]): void {
  const thread = { id: 't1', subject: 'Offer', messages, selectedId: null, sightings: [] };
  session = {
    ...session,
    shown: { kind: 'mail', level: 'dom', screen: { account, thread, listed: [], theme: 'light' } },
  };
}
const ask = () => promiseAnswers.promises(core, { contactId: ada.id, of: null }, tab);
const tasks = () => core.mirror.all('task');
const keep = async (key: string, title = 'Send the quote') => {
  await promiseAnswers.keepPromise(core, { id: newId(), contactId: ada.id, key, title }, tab);
  return (await tasks()).at(-1) as Task;
};
const ours = "I'll send you the quote by Friday.";
const key = (from: string, text: string) => promiseKey(from, said, text) ?? '';

describe('what is offered', () => {
  test('[Z2] what we promise is ours to keep, what they are asked is theirs', async () => {
    show(
      mail(account, 'ada@acme.example', `${ours} Could you send me the contract?`),
      mail('ada@acme.example', account, 'We will pay the invoice by Friday.', { id: 'm2' }),
    );
    const { offers } = await ask();
    expect(offers.map(({ by, kind, dueDay }) => [by, kind, dueDay])).toEqual([
      ['us', 'quote', '2026-11-20'],
      ['them', 'document', null],
      ['them', 'payment', '2026-11-20'],
    ]);
  });
  test('[Z2] a time is of the writer’s clock: theirs as it is known, ours as it is here', async () => {
    show(
      mail('ada@acme.example', account, '下周二下午三点打给我'),
      mail(account, 'ada@acme.example', "I'll call you tomorrow at 3 pm.", { id: 'm2' }),
      mail(account, 'ada@acme.example', "I'll ring you on Friday at 3 pm your time.", { id: 'm3' }),
    );
    const { offers } = await ask();
    expect(offers.map(({ dueAt, zone }) => [dueAt && new Date(dueAt).toISOString(), zone])).toEqual([
      ['2026-11-24T07:00:00.000Z', 'Asia/Taipei'],
      ['2026-11-19T14:00:00.000Z', 'Europe/Berlin'],
      ['2026-11-20T07:00:00.000Z', 'Asia/Taipei'],
    ]);
  });
  test.each([
    ['a machine’s', mail('ada@acme.example', account, ours, { automatic: 'newsletter' })],
    ['somebody unknown’s', mail('bob@other.example', account, ours)],
    ['a colleague’s to us', mail('tom@ours.example', account, ours)],
    [
      'one of which the page tells no instant',
      mail('ada@acme.example', account, ours, { talk: { ...findPromises(ours), at: null } }),
    ],
    [
      'long ago',
      mail('ada@acme.example', account, ours, { talk: { ...findPromises(ours), at: said - 60 * 24 * hour } }),
    ],
    ['only a manner of speaking', mail('ada@acme.example', account, 'Please let me know what you think.')],
  ])('nothing of a mail that is %s', async (_, message) => {
    show(message);
    expect((await ask()).offers).toEqual([]);
  });
  test('nothing of somebody who is never logged', async () => {
    await act(core, {
      verb: 'exclusion.add',
      input: {
        ...{ id: newId(), subject: 'address', value: 'ada@acme.example', effect: 'never' },
        ...{ note: null, private: false },
      },
    });
    show(mail('ada@acme.example', account, ours));
    expect((await ask()).offers).toEqual([]);
  });
  test('[Z1] nothing that a colleague made a task, though their mailbox got it in the next minute', async () => {
    const other = promiseKey('ada@acme.example', said + 60_000, ours);
    await act(core, {
      verb: 'task.add',
      input: {
        ...{ id: newId(), title: 'Theirs', dueDay: null, dueAt: null, contactId: ada.id, companyId: null },
        ...{ dealId: null, ownerId: null, promisedBy: 'them', promiseKind: 'quote', promiseKey: other },
      },
    });
    show(mail('ada@acme.example', account, ours));
    expect((await ask()).offers).toEqual([]);
  });
  test('[Z1] nothing that was put away', async () => {
    show(mail('ada@acme.example', account, ours));
    await promiseAnswers.dismissPromise(core, { key: key('ada@acme.example', ours) }, tab);
    expect((await ask()).offers).toEqual([]);
  });
});

describe('a promise that became a task', () => {
  test('[Z2] has its contact, kind, day and sentence, and is offered no more', async () => {
    show(mail(account, 'ada@acme.example', ours));
    const task = await keep(key(account, ours));
    expect(task).toMatchObject({
      ...{ title: 'Send the quote', contactId: ada.id, dueDay: '2026-11-20', dueAt: null, zone: null },
      ...{ promisedBy: 'us', promiseKind: 'quote', promiseKey: key(account, ours) },
    });
    expect(task.note).toContain(ours);
    expect((await ask()).offers).toEqual([]);
  });
  test('[Z3] keeps the sentence of a private mailbox to the mail', async () => {
    privateMailboxes = [account];
    show(mail(account, 'ada@acme.example', ours));
    expect((await keep(key(account, ours))).note).toBeNull();
  });
  test('is not made of what the page does not show any more', async () => {
    show(mail(account, 'ada@acme.example', ours));
    session = newSession();
    await expect(keep(key(account, ours))).rejects.toThrow('mail.unread');
    expect(await tasks()).toEqual([]);
  });
});

describe('what closes it', () => {
  const answer = (text: string, more: Partial<MailRead> = {}): MailRead => ({
    ...{ id: 'm9', threadId: 't1', subject: 'Re: Offer', from: person(account) },
    ...{ to: [person('ada@acme.example')], cc: [], bcc: [], at: said + 2 * hour, direction: 'out' },
    ...{ text, bodyState: 'read', fingerprint: ['mid:b@ours.example'], link: 'https://mail.example/' },
    ...{ requests: [], talk: findPromises(text) },
    ...more,
  });
  const logged = (read: MailRead) => logReads(core, 1, [read], { account, asked: 'click' });
  const first = async (): Promise<Task> => (await tasks())[0] as Task;
  beforeEach(async () => {
    show(mail(account, 'ada@acme.example', ours));
    await keep(key(account, ours));
    now = said + 3 * hour;
  });

  test('[Z4] a mail of ours to them with the quote, once it is logged, and it is named', async () => {
    await logged(answer('As promised, here is the quote.'));
    const { doneAt, doneVia } = await first();
    expect(doneAt).toBe(now);
    const { kept } = await ask();
    expect(kept).toMatchObject([{ deed: { id: doneVia, title: 'Re: Offer', kind: 'email' } }]);
  });
  test('[Z4] a file of the promised kind', async () => {
    await logged(answer('Best, Mia', { attachments: [{ name: 'Quote 12.pdf', size: 1, type: null }] }));
    expect((await first()).doneAt).not.toBeNull();
  });
  test.each([
    [
      'theirs',
      answer('Here is the quote.', {
        direction: 'in',
        from: person('ada@acme.example'),
        to: [person(account)],
      }),
    ],
    ['an older one', answer('Here is the quote.', { at: said - hour })],
    ['the same minute’s', answer('Here is the quote.', { at: said })],
    ['one of something else', answer('Here is the photo.')],
    [
      'one of a draft, with the quote to follow',
      answer('Here is the first draft. The quote is still being checked.', {
        attachments: [{ name: 'Quote draft.pdf', size: 1, type: null }],
      }),
    ],
    [
      'one to somebody else',
      answer('Here is the quote.', {
        to: [person('bob@acme.example')],
        attachments: [{ name: 'Quote.pdf', size: 1, type: null }],
      }),
    ],
    ['an automatic answer', answer('Here is the quote.', { automatic: 'away' })],
  ])('[Z4] not a mail that is %s', async (_, read) => {
    await logged(read);
    expect((await first()).doneAt).toBeNull();
  });
  test('[Z5] opened again it is neither closed nor asked about by the same mail', async () => {
    const read = answer('As promised, here is the quote.');
    await logged(read);
    const { id, doneVia } = await first();
    await promiseAnswers.notKept(core, { taskId: id, deed: doneVia ?? '', reopen: true }, tab);
    await logged({ ...read, fingerprint: [...read.fingerprint, 'gm:mia@ours.example:m9'] });
    expect((await first()).doneAt).toBeNull();
    expect((await ask()).asks).toEqual([]);
  });
  test('[Z5] nor when its log was undone and made again', async () => {
    const read = answer('As promised, here is the quote.');
    await logged(read);
    const { id, doneVia } = await first();
    await promiseAnswers.notKept(core, { taskId: id, deed: doneVia ?? '', reopen: true }, tab);
    await act(core, { verb: 'interaction.undo', input: { id: doneVia ?? '' } });
    await logged(read);
    expect((await first()).doneAt).toBeNull();
  });
  test('[Z5] "not yet" to a shown mail holds when it is logged', async () => {
    await promiseAnswers.notKept(core, { taskId: (await first()).id, deed: 'm9', reopen: false }, tab);
    await logged(answer('As promised, here is the quote.'));
    expect((await first()).doneAt).toBeNull();
  });
  test('[Z5] what a colleague logged only asks', async () => {
    const theirs: Interaction = interactionRow(newId(), {
      ...{ kind: 'email', direction: 'out', occurredAt: said + 2 * hour, contactIds: [ada.id] },
      ...{ subject: 'Quote', attachments: [{ name: 'Quote 12.pdf', size: 1, type: null }] },
    });
    await core.mirror.commit((tx) => tx.put({ noun: 'interaction', row: theirs }));
    expect((await first()).doneAt).toBeNull();
    const { asks } = await ask();
    expect(asks).toMatchObject([{ via: theirs.id, deed: { title: 'Quote' } }]);
    await promiseAnswers.closePromise(
      core,
      { taskId: (await first()).id, deed: theirs.id, via: theirs.id },
      tab,
    );
    expect(await first()).toMatchObject({ doneVia: theirs.id });
  });
  test('[Z5] a shown mail with a file and no word about it asks', async () => {
    show(mail(account, 'ada@acme.example', ours), {
      ...mail(account, 'ada@acme.example', 'Best, Mia', { id: 'm2' }),
      talk: { ...findPromises('Best, Mia'), at: said + hour },
      attachments: [{ name: 'Quote 12.pdf', size: 1, type: null }],
    });
    expect((await ask()).asks).toMatchObject([{ deed: { id: 'm2' } }]);
  });
  test('[Z5] a shown mail that is not logged asks, and "not yet" is remembered', async () => {
    const later = mail(account, 'ada@acme.example', 'Here is the quote.', { id: 'm2' });
    show(mail(account, 'ada@acme.example', ours), {
      ...later,
      talk: { ...findPromises('Here is the quote.'), at: said + hour },
    });
    const [one] = (await ask()).asks;
    expect(one).toMatchObject({ via: null, deed: { id: 'm2' } });
    await promiseAnswers.notKept(core, { taskId: one?.task.id ?? '', deed: 'm2', reopen: false }, tab);
    expect((await ask()).asks).toEqual([]);
  });
});
