import { describe, expect, test } from 'vitest';
import type { LogState, PersonOnScreen, ThreadOnScreen } from '../messages/state.ts';
import { wouldAdd } from './log-by-chord.ts';

const stranger: PersonOnScreen = {
  key: 'email:rowan@northlight.example',
  sighting: { kind: 'person', keys: [], fields: {} },
  name: 'Rowan',
  email: 'rowan@northlight.example',
  match: null,
  contact: null,
  internal: false,
  differences: [],
  maybe: null,
};
const known = { ...stranger, contact: { id: 'c1' } as PersonOnScreen['contact'] };
const thread = (
  blocked: ThreadOnScreen['target']['blocked'],
  log: LogState = { state: 'none', why: null },
) => ({
  id: 't',
  account: 'nora@fernhill.example',
  subject: 's',
  selectedId: 'm1',
  private: false,
  logging: null,
  target: {
    ...{ contacts: [], company: null, deals: [], people: [], open: [] },
    ...{ unknown: 1, chosen: false },
    basis: 'no-deal' as const,
    blocked,
    refusal: null,
  },
  messages: [
    { id: 'm1', from: 'Rowan', fromEmail: 'Rowan@Northlight.example', loaded: true, log, forwardOf: null },
  ],
});
const probably: LogState = {
  state: 'probably',
  interactionId: 'i1',
  by: 'Mia',
  at: 1,
  deals: [],
  alike: 'words',
};
const maybe = { contact: { id: 'c2' }, match: {} } as NonNullable<PersonOnScreen['maybe']>;

describe('the chord', () => {
  test('adds an unknown sender, be somebody else on the thread known or not', () => {
    expect(wouldAdd(thread('unknown'), stranger)).toBe(stranger);
    expect(wouldAdd(thread(null), stranger)).toBe(stranger);
  });

  test('adds nobody where the sender is known', () => {
    expect(wouldAdd(thread(null), known)).toBeNull();
  });

  test('adds nobody who only stands in copy of a mail from somebody known', () => {
    expect(wouldAdd(thread(null), { ...stranger, key: 'email:other@northlight.example' })).toBeNull();
  });

  test('decides nothing unseen: colleagues only, probably logged, probably somebody known', () => {
    expect(wouldAdd(thread('internal'), { ...stranger, internal: true })).toBe('ask');
    expect(wouldAdd(thread('unknown', probably), stranger)).toBe('ask');
    expect(wouldAdd(thread(null, probably), known)).toBe('ask');
    expect(wouldAdd(thread('unknown'), { ...stranger, maybe })).toBe('ask');
    expect(wouldAdd(thread('unknown'), null)).toBe('ask');
  });
});
