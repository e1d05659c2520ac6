import { beforeEach, expect, test } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import { contactRow, emailKey, interactionRow } from '../../../tests/fixtures/rows.ts';
import type { RowSeen } from '../../gmail/surface.ts';
import { openSessions, type Sessions } from '../../messages/screen/session.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../../mirror/mirror.ts';
import { putSeen } from '../../seen/mails.ts';
import type { Core } from '../core.ts';
import { haveTables } from '../tables.ts';
import { wholeTables } from '../whole-tables.ts';
import { missedIn } from './missed.ts';
import { noteVisit } from './note-seen.ts';
import { setRule } from './set-rule.ts';

const account = 'mia@ours.example';
const me = 'member-mia';
const hour = 3_600_000;
const began = Date.parse('2026-11-23T08:00:00Z');
const area = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };
let made = 0;
const newId = () => idFrom(began + made++, new Uint8Array(10).fill(made % 256));
let mirror: Mirror;
let sessions: Sessions;
let core: Core;
let now: number;

const row = (id: string, at: number, more: Partial<RowSeen> = {}): RowSeen => ({
  ...{ id, lastId: `${id}1`, subject: `About ${id}`, at, to: false, count: 1, unread: true, draft: false },
  people: [{ name: 'Ada', email: 'ada@acme.example' }],
  ...more,
});
const missed = async () => (await missedIn(core, 1)).lines.map(({ threadId }) => threadId);

beforeEach(async () => {
  haveTables(wholeTables);
  mirror = await openMirror(memoryStore());
  sessions = await openSessions(area, async () => ({}));
  now = began;
  await mirror.commit(async (tx) => {
    await tx.put({ noun: 'contact', row: contactRow('ada', { keys: [emailKey('ada@acme.example')] }) });
    await tx.put({
      noun: 'member',
      row: { ...newBase(me, 0, null), name: 'Mia', email: account, role: 'member' } as never,
    });
  });
  core = {
    ...{ mirror, sessions, newId, place: 'first', now: () => now },
    device: { get: () => ({ me }) },
    settings: { get: () => ({ privateMailboxes: [] }) },
    sync: { now: async () => {} },
  } as unknown as Core;
  const screen = { account, thread: null, listed: [], theme: 'light' as const };
  sessions.change(1, { shown: { kind: 'mail', level: 'dom', screen } });
  await setRule(core, { scope: 'contact', value: 'ada', on: true });
  await noteVisit(core, account);
  // The mailbox is closed for two hours.
  now = began + hour / 6;
  await noteVisit(core, account);
  now = began + 3 * hour;
  await noteVisit(core, account);
});

test('[E6] what came while the mailbox was closed is told, what came before is not', async () => {
  sessions.seeRows(1, account, [
    row('a', began + 2 * hour),
    row('b', began + hour / 12),
    row('c', began + hour, { people: [{ name: 'Who', email: 'who@else.example' }] }),
    row('d', began + hour, { people: [{ name: 'Mia', email: account }], to: true }),
  ]);
  expect(await missed()).toEqual(['a']);
});

test('[E6] what was opened, logged or taken back since is told no more', async () => {
  sessions.seeRows(1, account, [row('a', began + hour), row('b', began + hour), row('c', began + hour)]);
  expect(await missed()).toHaveLength(3);
  const mail = { id: 'a1', threadId: 'a', subject: '', from: { name: null, email: 'ada@acme.example' } };
  await mirror.commit(async (tx) => {
    await putSeen(tx.raw, account, [{ ...mail, to: [], cc: [], automatic: null, at: began }]);
    await tx.put({ noun: 'interaction', row: interactionRow('i', { fingerprint: [`gm:${account}:b1`] }) });
    const gone = interactionRow('j', { fingerprint: [`gm:${account}:c1`], deletedAt: 5 });
    await tx.put({ noun: 'interaction', row: gone });
  });
  expect(await missed()).toEqual([]);
});

test('[E6] a rule says nothing of what came before it was made, and nothing when it is stopped', async () => {
  await setRule(core, { scope: 'contact', value: 'ada', on: false });
  sessions.seeRows(1, account, [row('a', began + hour)]);
  expect(await missed()).toEqual([]);
  await setRule(core, { scope: 'contact', value: 'ada', on: true });
  expect(await missed()).toEqual([]);
  sessions.seeRows(1, account, [row('b', began + 4 * hour)]);
  expect(await missed()).toEqual(['b']);
});
