import { expect, it, test } from 'vitest';
import { checkedFromTab } from './tab-schema.ts';

const person = { name: 'Ada', email: 'ada@acme.test' };
const writing = { key: 'msg-a:r-123', threadId: '18f0', to: [person], cc: [], bcc: [] };
const wish = {
  log: true,
  private: null,
  deal: { id: null },
  remind: { dueDay: '2026-11-25', dueAt: null, zone: null },
};
const taken = (ask: unknown): boolean => checkedFromTab({ type: 'compose', ask }) !== null;

it('takes what a compose window asks', () => {
  for (const ask of [
    { of: 'writing', writing },
    { of: 'writing', writing: { ...writing, threadId: null } },
    { of: 'plain', on: true },
    { of: 'ended', key: writing.key, discarded: true },
    { of: 'wish', key: writing.key, wish },
    { of: 'templates' },
    { of: 'fill', id: '01980000-0000-7000-8000-000000000001', to: null, deal: null },
    { of: 'due', text: '下周二' },
  ])
    expect(taken(ask), ask.of).toBe(true);
  expect(checkedFromTab({ type: 'sent', sent: null, read: null, writing, wish })).not.toBeNull();
});

test.each([
  ['of no known kind', { of: 'everything' }],
  ['with more than it has', { of: 'templates', all: true }],
  ['of a key that is a path', { of: 'ended', key: '../drafts', discarded: true }],
  [
    'of a thousand people',
    { of: 'writing', writing: { ...writing, to: Array.from({ length: 1_000 }, () => person) } },
  ],
  [
    'of a day that is none',
    { of: 'wish', key: 'k', wish: { ...wish, remind: { ...wish.remind, dueDay: 'soon' } } },
  ],
  ['of a row that is none', { of: 'fill', id: "x'; --", to: null, deal: null }],
  ['of a text without an end', { of: 'due', text: 'x'.repeat(201) }],
])('refuses what is forged: %s', (_, ask) => {
  expect(taken(ask)).toBe(false);
});
