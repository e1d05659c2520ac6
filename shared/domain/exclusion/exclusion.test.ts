import { describe, expect, test } from 'vitest';
import type { Exclusion } from '../rows.ts';
import { hostsAbove, judgeMail, judgePage } from './judge.ts';
import { quietPage } from './quiet.ts';
import { readExcluded } from './read.ts';

type Rule = Parameters<typeof judgePage>[1][number];
const rule = (
  effect: Exclusion['effect'],
  subject: Exclusion['subject'],
  value: string,
  privateTo: string | null = null,
): Rule => ({
  id: `${effect} ${value} ${privateTo ?? 'team'}`,
  subject,
  value,
  effect,
  note: null,
  privateTo,
});
const told = (refusal: ReturnType<typeof judgePage>): string =>
  refusal === null ? 'yes' : refusal.why === 'rule' ? refusal.id : `${refusal.kind} ${refusal.value}`.trim();

test.each([
  ['https://online.mybank.de/login', 'money'],
  ['https://www.paypal.com/x', 'money'],
  ['https://wise.com/', 'money'],
  ['https://foo.bank/', 'money'],
  ['https://www.nhs.uk/', 'health'],
  ['https://www.irs.gov/', 'state'],
  ['https://www.mof.gov.tw/', 'state'],
  ['https://www.meti.go.jp/', 'state'],
  ['https://vault.bitwarden.com/', 'secrets'],
  ['https://accounts.google.com/', 'secrets'],
  ['https://mail.qq.com/', 'mail'],
  ['http://intranet/', 'local'],
  ['http://192.168.0.1/', 'local'],
  ['http://[fe80::1]/', 'local'],
  ['https://printer.local/', 'local'],
  ['https://www.acme.example/', null],
  ['https://bankside-gallery.example/', null],
  ['https://wise-consulting.example/', null],
  ['https://epic-games.example/', null],
  ['https://gov-tech.example/', null],
  ['http://127.0.0.1:8080/', null],
])('by default %s is left alone as %s', (url, kind) => expect(quietPage(url)).toBe(kind));

describe('[X2] the word that counts', () => {
  test.each<[string, string, Rule[], string]>([
    ['no rule', 'https://acme.example/x', [], 'yes'],
    ['a default', 'https://mybank.example/', [], 'money mybank.example'],
    [
      "one's own never",
      'https://acme.example/',
      [rule('never', 'site', 'acme.example', 'me')],
      'never acme.example me',
    ],
    [
      'a rule holds below its host',
      'https://a.b.acme.example/',
      [rule('never', 'site', 'acme.example')],
      'never acme.example team',
    ],
    ['and not beside it', 'https://notacme.example/', [rule('never', 'site', 'acme.example')], 'yes'],
    [
      'a default lifted for oneself',
      'https://mybank.example/',
      [rule('allow', 'site', 'mybank.example', 'me')],
      'yes',
    ],
    ['a default lifted for all', 'https://mybank.example/', [rule('allow', 'site', 'mybank.example')], 'yes'],
    [
      "the team's never is not lifted by one's own allow",
      'https://acme.example/',
      [rule('never', 'site', 'acme.example'), rule('allow', 'site', 'acme.example', 'me')],
      'never acme.example team',
    ],
    [
      "the team's allow leaves everybody their own never",
      'https://mybank.example/',
      [rule('allow', 'site', 'mybank.example'), rule('never', 'site', 'mybank.example', 'me')],
      'never mybank.example me',
    ],
    [
      'the narrower of one side counts',
      'https://shop.acme.example/',
      [rule('never', 'site', 'acme.example'), rule('allow', 'site', 'shop.acme.example')],
      'yes',
    ],
    [
      'of two alike never counts',
      'https://acme.example/',
      [rule('allow', 'site', 'acme.example'), rule('never', 'site', 'acme.example')],
      'never acme.example team',
    ],
    ['a place of the local network', 'http://192.168.0.1/', [], 'local 192.168.0.1'],
    [
      'which is lifted by its name',
      'http://192.168.0.1/',
      [rule('allow', 'site', '192.168.0.1', 'me')],
      'yes',
    ],
    [
      'and no other with it',
      'http://192.168.0.2/',
      [rule('allow', 'site', '0.1', 'me')],
      'local 192.168.0.2',
    ],
    ['a page of the browser itself is not refused', 'chrome://settings/', [], 'yes'],
    [
      'a rule about mail says nothing of pages',
      'https://acme.example/',
      [rule('never', 'domain', 'acme.example')],
      'yes',
    ],
  ])('%s', (_, url, rules, expected) => expect(told(judgePage(url, rules))).toBe(expected));

  test.each<[string, string[], Rule[], string[], string]>([
    ['nobody', [], [], [], 'yes'],
    [
      'an address, however spelled',
      ['A.da+x@gmail.com'],
      [rule('never', 'address', 'ada@gmail.com')],
      [],
      'never ada@gmail.com team',
    ],
    [
      'everybody of a domain',
      ['ada@mail.acme.example'],
      [rule('never', 'domain', 'acme.example')],
      [],
      'never acme.example team',
    ],
    [
      'but one who is allowed',
      ['ada@acme.example'],
      [rule('never', 'domain', 'acme.example'), rule('allow', 'address', 'ada@acme.example')],
      [],
      'yes',
    ],
    [
      'one of several is enough',
      ['bo@x.example', 'ada@acme.example'],
      [rule('never', 'domain', 'acme.example')],
      [],
      'never acme.example team',
    ],
    ['a bank by default', ['no@mybank.example'], [], [], 'money mybank.example'],
    ['whom somebody added is known on purpose', ['eva@mybank.example'], [], ['eva@mybank.example'], 'yes'],
    [
      'yet a rule holds for them too',
      ['eva@mybank.example'],
      [rule('never', 'domain', 'mybank.example')],
      ['eva@mybank.example'],
      'never mybank.example team',
    ],
    ['a mail provider is no secret', ['ada@qq.com', 'x@outlook.com'], [], [], 'yes'],
  ])('in mail: %s', (_, emails, rules, known, expected) =>
    expect(told(judgeMail(emails, rules, (email) => known.includes(email)))).toBe(expected));
});

test.each([
  ['mia@acme.com', 'mail', { subject: 'address', value: 'mia@acme.com' }],
  ['M.ia+a@Gmail.com', 'mail', { subject: 'address', value: 'mia@gmail.com' }],
  ['@acme.com', 'mail', { subject: 'domain', value: 'acme.com' }],
  ['*.acme.com', 'mail', { subject: 'domain', value: 'acme.com' }],
  [' ACME.com. ', 'mail', { subject: 'domain', value: 'acme.com' }],
  ['https://bücher.example/x?y', 'site', { subject: 'site', value: 'xn--bcher-kva.example' }],
  ['acme', 'mail', null],
  ['http://192.168.0.1:8080/x', 'site', { subject: 'site', value: '192.168.0.1' }],
  ['intranet', 'site', { subject: 'site', value: 'intranet' }],
  ['http://[FE80::1]/', 'site', { subject: 'site', value: '[fe80::1]' }],
  ['a b.com', 'site', null],
  ['', 'site', null],
  ['javascript:alert(1)', 'site', null],
] as const)('what somebody types, %s as %s, is %o', (typed, about, expected) =>
  expect(readExcluded(typed, about)).toEqual(expected));

test('a host of ten thousand labels is bounded work', () => {
  expect(hostsAbove(`${'a.'.repeat(10_000)}example`).length).toBeLessThan(10);
  expect(hostsAbove('acme.example')).toEqual(['acme.example']);
});
