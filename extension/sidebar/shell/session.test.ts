import { signal } from '@preact/signals';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Client } from '../../messages/client.ts';
import type { SidebarState } from '../../messages/state.ts';
import type { Guard } from '../guard/guard.ts';
import { mostAnswers } from './answers.ts';
import { answerKey, makeSession, type Session } from './session.ts';

const state = (url: string): SidebarState => ({
  place: 'p1',
  places: [],
  mailbox: null,
  ended: [],
  offer: null,
  readOnly: false,
  link: {
    status: 'online',
    server: null,
    workspace: null,
    me: null,
    waiting: 0,
    parked: [],
    filled: null,
    code: null,
  },
  screen: { kind: 'page', url, title: '', readable: true, selection: null, refusal: null },
  people: [],
  selected: null,
  company: null,
  locale: 'en',
  theme: null,
  framed: true,
  logOnSend: false,
  version: 1,
});

let push: (next: SidebarState) => void;
let called: string[];
let session: Session;
const click = { isTrusted: true } as Event;

function start(allowed: boolean, call: Client['call'] = async () => null as never) {
  called = [];
  const client: Client = {
    call: (name, input) => {
      called.push(name);
      return call(name, input);
    },
    onState: (listener) => {
      push = listener;
      return () => {};
    },
    onDoubt: () => () => {},
    onFocus: () => () => {},
  };
  const guard: Guard = {
    level: signal('watched'),
    armed: signal(allowed),
    frame: () => {},
    allows: () => allowed,
    early: signal(null),
    refuse: (_, toasts) => toasts.show({ tone: 'danger', text: 'covered' }),
    doubt: () => {},
    watch: () => () => {},
  };
  session = makeSession(client, { guard });
}
// The sentences about errors come late.
beforeAll(() => vi.dynamicImportSettled());
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('lets no change through that the guard does not allow, and says so', async () => {
  start(false);
  const outcome = await session.act(click, 'task.reopen', { id: 'x' });
  expect(outcome.ok).toBe(false);
  expect(called).toEqual(['hello']);
  expect(session.toasts.shown.value?.tone).toBe('danger');
});

it('answers a refusal with its code, and tells it unless the caller does', async () => {
  start(true, async (name) => {
    if (name === 'act') throw new CodedError('deal.closed');
    return null as never;
  });
  const quiet = await session.act(click, 'deal.reopen', { id: 'x' }, true);
  expect(quiet).toMatchObject({ ok: false, code: 'deal.closed' });
  expect(session.toasts.shown.value).toBeNull();
  await session.act(click, 'deal.reopen', { id: 'x' });
  expect(session.toasts.shown.value?.text).toContain('closed');
});

it('shows nothing of an error that nobody foresaw but that it happened', async () => {
  start(true, async (name) => {
    if (name === 'act') throw new TypeError('secret of the inside');
    return null as never;
  });
  const outcome = await session.act(click, 'deal.reopen', { id: 'x' });
  expect(outcome).toMatchObject({ ok: false, code: 'server.unexpected' });
  expect(session.toasts.shown.value?.text).not.toContain('secret');
});

it('drops opened cards when the screen changes, and keeps them when only its data does', () => {
  start(true);
  push(state('https://a.test/'));
  session.open({ noun: 'contact', id: 'x' });
  push({ ...state('https://a.test/'), version: 2 });
  expect(session.cards.value).toHaveLength(1);
  push(state('https://b.test/'));
  expect(session.cards.value).toHaveLength(0);
});

it('remembers why it was turned away', async () => {
  start(true, async () => {
    throw new CodedError('frame.unknown');
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(session.turnedAway.value).toBe('frame.unknown');
});

it('shows nothing of one workspace in another: answers, cards, toasts and what comes late are dropped', async () => {
  let answer: (value: unknown) => void = () => {};
  const noted = new Promise((resolve) => {
    answer = resolve;
  });
  start(true, async (name) => (name === 'note' ? noted : null) as never);
  push(state('https://a.test/'));
  session.open({ noun: 'contact', id: 'x' });
  session.answers.set('p1 today {}', 'of the first');
  session.toasts.show({ tone: 'plain', text: 'logged', action: { label: 'Undo', run: () => {} } });
  const late = session.change(click, () =>
    session.client.call('note', {
      text: 'x',
      about: { contactIds: [], companyId: null, dealId: null },
      page: null,
    }),
  );
  push({ ...state('https://a.test/'), place: 'p2' });
  answer({ interactionId: 'i1' });
  expect((await late).ok).toBe(false);
  expect([session.cards.value, session.answers.size, session.toasts.shown.value]).toEqual([[], 0, null]);
});

it('keeps no more answers after a day of threads than after an hour, and those that were looked at last', async () => {
  start(true);
  const view = (id: string) => ({ contact: { id } }) as NonNullable<SidebarState['view']>;
  const known = (id: string) => session.answers.get(answerKey('p1', 'person', { contactId: id }));
  for (let thread = 0; thread < 1_000; thread++) {
    push({ ...state(`https://a.test/${thread}`), view: view(`c${thread}`) });
    expect(known('c0')).toBeDefined();
  }
  expect(session.answers.size).toBe(mostAnswers);
  expect([known('c1'), known('c999')]).toEqual([undefined, view('c999')]);
});
