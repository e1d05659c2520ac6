import { expect, test } from 'vitest';
import { mailReaders, peopleFacts } from './readers.ts';
import { peopleOfThread } from './sightings.ts';
import type { MessageSeen } from './surface.ts';

const message = (from: MessageSeen['from'], more: Partial<MessageSeen> = {}): MessageSeen => ({
  id: 'm1',
  loaded: true,
  from,
  to: [{ name: 'Mia', email: 'mia@ours.example' }],
  cc: [],
  digests: [],
  ...more,
});
const seen = (from: MessageSeen['from'], text: string) =>
  peopleOfThread([message(from)], 'm1', () => peopleFacts(text, from)).map(
    ({ role, keys, fields, doubt }) =>
      `${role ?? '-'} ${fields.name?.value ?? '?'} ${keys.map(({ value }) => value.value).join(' ')}${doubt ? ` (${doubt})` : ''}`,
  );

test('a forwarded mail offers who wrote it, with the signature, beside who forwarded it', () => {
  const text =
    'For you.\n\n---------- Forwarded message ---------\nFrom: Ada Byron <ada@acme.example>\nDate: Tue, May 7, 2024\nSubject: Offer\nTo: <sam@ours.example>\n\nHere.\n\nAda Byron\nHead of Sales\nTel. +44 20 7946 0018';
  expect(seen({ name: 'Sam', email: 'sam@ours.example' }, text)).toEqual([
    'from Sam sam@ours.example',
    'to Mia mia@ours.example',
    '- Ada Byron ada@acme.example +442079460018',
  ]);
});

test('a web form’s notification offers who filled it in, and not the machine that sent it', () => {
  expect(
    seen(
      { name: 'Site', email: 'no-reply@ours.example' },
      'Name: Ada Byron\nEmail: ada@acme.example\nMessage: Hi',
    ),
  ).toEqual(['- Ada Byron ada@acme.example', 'to Mia mia@ours.example']);
});

test('an address in a signature that is not the writer’s is nobody’s key', () => {
  expect(
    seen(
      { name: 'Ada Byron', email: 'ada@acme.example' },
      'Yes.\n\nBest,\nAda Byron\nada.byron@home.example\nAssistant: bob.ray@acme.example\ninfo@acme.example',
    )[0],
  ).toBe('from Ada Byron ada@acme.example ada.byron@home.example');
});

test('a name that poses as another address is no name, and is said', () => {
  expect(seen({ name: 'ceo@acme.example', email: 'x@evil.example' }, 'Hi')[0]).toBe(
    'from ? x@evil.example (other-address)',
  );
});

test('a mail that can be left, and one that nobody reads the answer of, say so; a discussion list does not', async () => {
  const { parseHTML } = await import('linkedom');
  const claim = (html: string, text = '') =>
    mailReaders.claim(
      parseHTML(`<div>${html}</div>`).document.querySelector('div') as unknown as Element,
      text,
    );
  expect(claim('<a href="https://x.example/u/1">Unsubscribe</a>')).toBe('leave');
  expect(claim('<a href="https://x.example/u/1">Newsletter abbestellen</a>')).toBe('leave');
  expect(claim('<a href="https://x.example/u/1">退订</a>')).toBe('leave');
  expect(claim('<a href="https://x.example/unsubscribe?u=1">here</a>')).toBe('leave');
  expect(claim('', 'Hello\n\nTo unsubscribe: https://x.example/u')).toBe('leave');
  expect(claim('', 'Ihr Ticket 7\n\nBitte antworten Sie nicht auf diese E-Mail.')).toBe('machine');
  expect(claim('', '本邮件由系统自动发送，请勿回复。')).toBe('machine');
  expect(claim('<blockquote><a href="https://x.example/u/1">Unsubscribe</a></blockquote>', 'Yes')).toBeNull();
  expect(
    claim(
      '',
      'To unsubscribe from this group, mail x+unsubscribe@googlegroups.com https://groups.google.com',
    ),
  ).toBeNull();
  expect(claim('<a href="https://x.example/">our site</a>', 'Shall we meet on Monday?')).toBeNull();
});
