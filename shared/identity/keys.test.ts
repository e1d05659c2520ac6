import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainKey } from './domain.ts';
import { emailKey, isEmail } from './email.ts';
import { freeMailDomains, isFreeMailDomain } from './free-mail.ts';
import { hostName } from './host.ts';
import { phoneKey } from './phone.ts';
import { profileKey } from './profile.ts';
import { profileSites } from './profile-sites.ts';

describe('e-mail', () => {
  test.each([
    ['Ada@Acme.COM', 'ada@acme.com'],
    [' ada@acme.com. ', 'ada@acme.com'],
    ['a.d.a+news@googlemail.com', 'ada@gmail.com'],
    ['ada+news@outlook.com', 'ada@outlook.com'],
    ['ada+news@hotmail.co.uk', 'ada@hotmail.co.uk'],
    ['a.b+c@yandex.ru', 'a.b@yandex.ru'],
    ['news@ada.fastmail.com', 'ada@fastmail.com'],
    ['a.d.a@proton.me', 'a.d.a@proton.me'],
    ['ada@ac\u00adme.com', 'ada@acme.com'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ada@faß.example', 'ada@xn--fa-hia.example'],
    ['ada@ΌΔΟΣ.example', 'ada@xn--pxawm7a.example'],
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
    'ada@xn--acme-.com',
    'ada@aאb.example',
    'ada@xn--.com',
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
    ['+39 (0)6 1234 5678', '+390612345678'],
    ['tel:2079460018;phone-context=+44', '+442079460018'],
    ['callto://+442079460018', '+442079460018'],
    ['\u202d+44 20 7946 0018\u202c', '+442079460018'],
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
    ['https://github.com/orgs/Acme/people', 'https://github.com/acme'],
    ['https://www.facebook.com/profile.php?id=100012345&sk=about', 'https://facebook.com/100012345'],
    ['https://www.facebook.com/people/Ada-Byron/100012345/', 'https://facebook.com/100012345'],
    ['https://scholar.google.de/citations?hl=de&user=AbC-12_x', null],
    [
      'https://scholar.google.com/citations?hl=de&user=AbC-12_x',
      'https://scholar.google.com/citations?user=AbC-12_x',
    ],
    ['https://orcid.org/0000-0002-1825-009X', 'https://orcid.org/0000-0002-1825-009X'],
    ['https://stackoverflow.com/users/22656/jon', 'https://stackoverflow.com/users/22656'],
    ['https://space.bilibili.com/2/video', 'https://space.bilibili.com/2'],
    ['https://www.zhihu.com/people/ada-B', 'https://zhihu.com/people/ada-B'],
    ['https://mastodon.social/@Ada', 'https://mastodon.social/@ada'],
    ['https://t.me/s/acme', 'https://t.me/acme'],
    ['https://old.reddit.com/u/Ada/', 'https://reddit.com/user/ada'],
    ['https://news.ycombinator.com/user?id=Ada', 'https://news.ycombinator.com/user?id=Ada'],
    ['https://www.tianyancha.com/company/22822', 'https://tianyancha.com/company/22822'],
  ])('%s is %s', (url, value) => {
    if (value === null) return expect(profileKey(url)).toBeNull();
    expect(profileKey(url)).toEqual({ kind: 'profile', value });
    expect(profileKey(value)).toEqual({ kind: 'profile', value });
  });

  test('of every site a canonical address is its own', () => {
    for (const row of profileSites.trim().split('\n')) {
      const [hosts = '', patterns = ''] = row.split(' | ');
      for (const pattern of patterns.trim().split(' ')) {
        const filled = pattern
          .replace('[', '')
          .replace(/:.*\]|\]/, '')
          .replace(/#+/g, (signs) => '1234567890'.slice(0, Math.max(signs.length, 3)))
          .replaceAll('*', 'ada')
          .replace(/\?(.*)/, '?$1=77');
        const key = profileKey(
          `https://${hosts.split(' ')[0]?.replace('!', '')}/${filled}/about`.replace('=77/about', '=77'),
        );
        expect(key, `${row}: ${filled}`).not.toBeNull();
        expect(profileKey(key?.value ?? ''), `${row}: ${filled}`).toEqual(key);
      }
    }
  });

  test.each([
    'https://github.com/features',
    'https://www.facebook.com/profile.php?id=<b>',
    'https://www.facebook.com/profile.php',
    'https://stackoverflow.com/users/ada',
    'https://twitter.com/intent/tweet?text=a',
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
