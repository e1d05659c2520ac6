import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainKey } from './domain.ts';
import { emailKey, isEmail } from './email.ts';
import { freeMailDomains, isFreeMailDomain } from './free-mail.ts';
import { hostName } from './host.ts';
import { phoneKey } from './phone.ts';
import { profileKey } from './profile.ts';

describe('e-mail', () => {
  test.each([
    ['Ada@Acme.COM', 'ada@acme.com'],
    [' ada@acme.com. ', 'ada@acme.com'],
    ['a.d.a+news@googlemail.com', 'ada@gmail.com'],
    ['ada+news@outlook.com', 'ada@outlook.com'],
    ['ada+news@acme.com', 'ada+news@acme.com'],
    ['"ada"@acme.com', 'ada@acme.com'],
    ['"a b"@acme.com', '"a b"@acme.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@ＡＣＭＥ。com', 'ada@acme.com'],
    ['张@例子.公司', '张@xn--fsqu00a.xn--55qx5d'],
  ])('%s is %s', (text, value) => expect(emailKey(text)).toEqual({ kind: 'email', value }));

  test.each([
    'ada',
    '@acme.com',
    'ada@',
    'ada@acme',
    'ada@@acme.com',
    '.ada@acme.com',
    'a..da@acme.com',
    'ada@-acme.com',
    'ada@acme..com',
    'ada@[127.0.0.1]',
    'ada@127.0.0.1',
    'Ada <ada@acme.com>',
    'a da@acme.com',
    'ada\u200b@acme.com',
    `${'a'.repeat(65)}@acme.com`,
    `ada@${'a'.repeat(64)}.com`,
  ])('%s is none', (text) => expect(emailKey(text)).toBeNull());

  test('a key made of a key is that key', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const key = emailKey(address);
        if (key) expect(emailKey(key.value)).toEqual(key);
      }),
    );
  });

  test('no input makes the makers throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.string()), (text) => {
        for (const make of [emailKey, domainKey, phoneKey, profileKey]) make(text);
        isEmail(text);
      }),
    );
  });
});

describe('domain', () => {
  test.each([
    ['https://www.shop.acme.co.uk:8443/a@b?c', 'acme.co.uk'],
    ['mail.acme.com.tw', 'acme.com.tw'],
    ['ada@team.acme.com', 'acme.com'],
    ['ACME.com.', 'acme.com'],
    ['acme.github.io', 'acme.github.io'],
    ['//acme.de/x', 'acme.de'],
  ])('%s is %s', (text, value) => expect(domainKey(text)).toEqual({ kind: 'domain', value }));

  test.each([
    'localhost',
    '10.0.0.1',
    '[::1]',
    'co.uk',
    'github.io',
    'acme',
    '',
    'a b.com',
    'javascript:alert(1)',
  ])('%s is none', (text) => expect(domainKey(text)).toBeNull());

  test('a fuller list of suffixes can be passed in', () => {
    expect(domainKey('shop.acme.test.example', () => 'acme.test.example')?.value).toBe('acme.test.example');
  });

  test('a host in its ASCII form stays as it is', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const host = hostName(domain);
        if (host) expect(hostName(host)).toBe(host);
      }),
    );
  });
});

describe('phone', () => {
  test.each([
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['0044 20 7946 0018', '+442079460018'],
    ['tel:+1-212-555-0143', '+12125550143'],
    ['+1 (212) 555-0143 ext. 12', '+12125550143'],
    ['＋86 138 0013 8000', '+8613800138000'],
    ['+86 10 1234 5678 转 12', '+861012345678'],
  ])('%s is %s', (text, value) => expect(phoneKey(text)).toEqual({ kind: 'phone', value }));

  test.each([
    '020 7946 0018',
    '(212) 555-0143',
    '+0 123 456 789',
    '+12',
    'call us',
    '+1234567890123456',
    '+44 20 ABC',
  ])('without a country %s is none', (text) => expect(phoneKey(text)).toBeNull());

  test('a national number is read by the reader passed in, in its country', () => {
    const read = (text: string, country: string | null) =>
      country === 'GB' ? `+44${text.replace(/\D/g, '').slice(1)}` : null;
    expect(phoneKey('020 7946 0018', read, 'GB')?.value).toBe('+442079460018');
    expect(phoneKey('020 7946 0018', read, null)).toBeNull();
  });
});

describe('profile', () => {
  test.each([
    ['https://de.linkedin.com/in/Ada-Byron/?trk=x', 'https://linkedin.com/in/ada-byron'],
    ['http://www.linkedin.com/company/acme/about/', 'https://linkedin.com/company/acme'],
    ['https://www.linkedin.com/in/%E9%99%B3%E5%B0%8F%E6%98%8E', 'https://linkedin.com/in/陳小明'],
    ['https://github.com/Ada', 'https://github.com/ada'],
    ['twitter.com/ada/status/12', 'https://x.com/ada'],
    ['https://x.com/Ada?s=20', 'https://x.com/ada'],
    ['https://m.facebook.com/ada.byron', 'https://facebook.com/ada.byron'],
    ['https://www.youtube.com/@Ada', 'https://youtube.com/@Ada'],
  ])('%s is %s', (url, value) => {
    expect(profileKey(url)).toEqual({ kind: 'profile', value });
    expect(profileKey(value)).toEqual({ kind: 'profile', value });
  });

  test.each([
    'https://github.com/features',
    'https://x.com/home',
    'https://acme.com/in/ada',
    'https://linkedin.com/',
    '',
  ])('%s is none', (url) => expect(profileKey(url)).toBeNull());
});

test('free mail: at least 150 domains, in the form of a host, and names below them', () => {
  expect(freeMailDomains.length).toBeGreaterThan(150);
  for (const domain of freeMailDomains) expect(hostName(domain)).toBe(domain);
  expect(isFreeMailDomain('qq.com')).toBe(true);
  expect(isFreeMailDomain('vip.163.com')).toBe(true);
  expect(isFreeMailDomain('acme.com')).toBe(false);
});
