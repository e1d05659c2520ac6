import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedCall } from './call-schema.ts';
import { checkedFromTab, checkedPage, checkedReads } from './tab-schema.ts';

const person = { name: 'Ada', email: 'ada@acme.com' };
const mail = {
  type: 'mail',
  level: 'dom',
  screen: {
    account: 'me@ours.com',
    theme: 'dark',
    listed: ['ada@acme.com'],
    thread: {
      id: '18f',
      subject: 'Hello',
      selectedId: '18f',
      messages: [
        {
          id: '18f',
          loaded: true,
          from: person,
          to: [person],
          cc: [],
          digests: [`dg:29400000:${'a'.repeat(32)}`],
        },
      ],
      sightings: [
        {
          kind: 'person',
          role: 'from',
          keys: [{ value: { kind: 'email', value: 'ada@acme.com' }, source: 'mail-header', confidence: 1 }],
          fields: { name: { value: 'Ada', source: 'mail-header', confidence: 1 } },
        },
      ],
    },
  },
};
/** The same with promises in its mail. */
function withTalk(more: object, times = 1): unknown {
  const one = {
    ...{ by: 'writer', kind: 'quote', what: 'send {you} the quote', sentence: "I'll send you the quote." },
    ...{ clause: { start: 0, end: 24 }, onlyDated: false, confidence: 0.9 },
    ...more,
  };
  const { thread } = mail.screen;
  const messages = thread.messages.map((message) => ({
    ...message,
    talk: { made: Array(times).fill(one), kept: [], at: 1_790_000_000_000 },
  }));
  return { ...mail, screen: { ...mail.screen, thread: { ...thread, messages } } };
}

const taught = {
  kind: 'person',
  shape: '{}',
  found: 1,
  people: [{ name: 'Ada', title: null, organisation: null }],
};
const rows = (more: object, count = 1) => ({
  type: 'rows',
  rows: Array(count).fill({
    ...{ id: '1a1e', lastId: '1a1e', subject: 'Offer', people: [{ name: null, email: 'ada@acme.com' }] },
    ...{ to: false, at: null, count: 1, unread: false, draft: false },
    ...more,
  }),
});

const page = (more: object) => ({
  type: 'page',
  screen: {
    url: 'https://acme.example/team',
    title: 'Team',
    readable: true,
    selection: null,
    sightings: [
      {
        kind: 'person',
        keys: [],
        fields: { name: { value: 'Ada', source: 'text', confidence: 1, ...more } },
      },
    ],
  },
});

describe('a message from a tab', () => {
  test.each<[string, unknown, boolean]>([
    ['a mailbox with an open thread', mail, true],
    ['a mailbox without one', { ...mail, screen: { ...mail.screen, thread: null } }, true],
    [
      'a list of more people than a list can name',
      { ...mail, screen: { ...mail.screen, listed: Array(301).fill('ada@acme.com') } },
      false,
    ],
    ['a wake', { type: 'wake' }, true],
    ['a frame', { type: 'frame', nonce: 'a'.repeat(32) }, true],
    ['a nonce that is too short to be one', { type: 'frame', nonce: 'abc' }, false],
    ['a field that nobody asked for', { type: 'wake', token: true }, false],
    ['a kind that nobody knows', { type: 'fetch', url: 'https://evil.example' }, false],
    ['what was shown by pointing', { type: 'taught', taught }, true],
    ['that somebody gave up pointing', { type: 'taught', taught: null }, true],
    ['a shape longer than one is', { type: 'taught', taught: { ...taught, shape: 'a'.repeat(1e5) } }, false],
    [
      'a thousand people shown',
      { type: 'taught', taught: { ...taught, people: Array(1e3).fill(taught.people[0]) } },
      false,
    ],
    ['a site of its own choice', { type: 'taught', taught: { ...taught, host: 'other.example' } }, false],
    ['a place that is no number', page({ at: '1; alert()' }), false],
    ['a place where a fact stood', page({ at: 12 }), true],
    [
      'a thread of a million people',
      {
        ...mail,
        screen: { ...mail.screen, thread: { ...mail.screen.thread, sightings: Array(1e4).fill(null) } },
      },
      false,
    ],
    ['rows of a list', rows({}), true],
    ['a row with more than a row has', rows({ dealId: 'x' }), false],
    ['a row whose id is markup', rows({ id: '<b>' }), false],
    [
      'a row that names a crowd',
      rows({ people: Array(21).fill({ name: null, email: 'a@b.example' }) }),
      false,
    ],
    ['a row with a subject like a book', rows({ subject: 'a'.repeat(1_001) }), false],
    ['a row of a negative count', rows({ count: -1 }), false],
    ['more rows than a list shows', rows({}, 301), false],
    ['a promise as its reader finds it', withTalk({}), true],
    ['a promise of a kind that there is not', withTalk({ kind: 'ransom' }), false],
    ['a promise with the whole of a mail for its sentence', withTalk({ sentence: 'a'.repeat(401) }), false],
    ['a promise that begins before its sentence', withTalk({ clause: { start: -1, end: 4 } }), false],
    ['a promise with more than a promise has', withTalk({ contactId: 'x' }), false],
    ['six promises of one mail', withTalk({}, 6), false],
    [
      'a subject as an object',
      { ...mail, screen: { ...mail.screen, thread: { ...mail.screen.thread, subject: {} } } },
      false,
    ],
  ])('%s is taken: %s', (_, message, taken) => {
    expect(checkedFromTab(message) !== null).toBe(taken);
  });
});

describe('a call', () => {
  test('of the list is taken with its input', () => {
    expect(checkedCall({ id: 1, call: 'search', input: { text: 'ada' } })).toEqual({
      id: 1,
      call: 'search',
      input: { text: 'ada' },
      place: null,
    });
  });
  test.each([
    [{ id: 1, call: 'fetch', input: {} }],
    [{ id: 1, call: 'constructor', input: {} }],
    [{ id: 1, call: '__proto__', input: {} }],
    [{ id: 1, call: 'act', input: { verb: 'toString', input: {} } }],
    [{ id: 1, call: 'act', input: { verb: 'contact.remove', input: {} } }],
    [{ id: 1, call: 'search', input: { text: 5 } }],
    [
      {
        id: 1,
        call: 'note',
        input: { text: '   ', about: { contactIds: [], companyId: null, dealId: null }, page: null },
      },
    ],
  ])('that is not of the list or of its shape is refused: %j', (message) => {
    expect(checkedCall(message)).toMatchObject({ id: 1, refused: expect.any(String) });
  });
});

test('no message, however it is made, throws in a check', () => {
  const hostile = fc.anything({
    withBigInt: true,
    withMap: true,
    withNullPrototype: true,
    withTypedArray: true,
  });
  fc.assert(
    fc.property(
      hostile,
      hostile,
      fc.constantFrom('search', 'act', 'hello', 'pair', 'log', 'note'),
      (a, b, call) => {
        for (const message of [
          a,
          { type: a, screen: b },
          { id: 1, call, input: a },
          { id: a, call: b, input: a },
        ]) {
          checkedFromTab(message);
          checkedReads(message);
          checkedPage(message);
          checkedCall(message);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
