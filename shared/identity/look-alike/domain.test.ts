import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { hostName } from '../host.ts';
import { domainKeys, lookAlikeDomain } from './domain.ts';

const marked = (seen: string, known: string) => {
  const told = lookAlikeDomain(hostName(seen) ?? '', known);
  return told?.differences.map(
    ({ how, from, to, known: there }) => `${how} ${told.seen.slice(from, to)}>${there}`,
  );
};

test.each([
  ['aсme.com', 'acme.com', ['characters с>c']],
  ['ácme.com', 'acme.com', ['characters á>a']],
  ['lurnen.io', 'lumen.io', ['characters rn>m']],
  ['1umen.io', 'lumen.io', ['characters 1>l']],
  [
    'раураl.com',
    'paypal.com',
    ['characters р>p', 'characters а>a', 'characters у>y', 'characters р>p', 'characters а>a'],
  ],
  ['acne.com', 'acme.com', ['letters n>m']],
  ['micorsoft.com', 'microsoft.com', ['letters or>ro']],
  ['modern-tool.de', 'modern-tools.de', ['letters >s']],
  ['acme-billing.com', 'acme.com', ['words billing>']],
  ['billing-acme.com', 'acme.com', ['words billing>']],
  ['acmebilling.com', 'acme.com', ['words billing>']],
  ['modern-tools-pay.de', 'modern-tools.de', ['words pay>']],
  ['modern.de', 'modern-tools.de', ['words >tools']],
  ['acme.org', 'acme.com', ['ending org>com']],
  ['modern-tools.co.uk', 'modern-tools.com', ['ending co.uk>com']],
  ['aсme.net', 'acme.com', ['characters с>c', 'ending net>com']],
  ['lu-men.io', 'lumen.io', ['signs ->']],
  ['acme.com.pay.example', 'acme.com', ['inside acme.com>acme.com']],
  ['www.acne.com', 'acme.com', ['letters n>m']],
])('%s passes for %s: %j', (seen, known, differences) => {
  expect(marked(seen, known)).toEqual(differences);
});

test.each([
  ['acme.com', 'acme.com'],
  ['shop.acme.com', 'acme.com'],
  ['acme.com', 'shop.acme.com'],
  ['example.com', 'acme.com'],
  ['ibm.com', 'ibn.com'],
  ['maersk.com', 'merck.com'],
  ['acme.zendesk.com', 'acme.com'],
  ['tools.de', 'modern.de'],
  ['ford.com', 'lord.org'],
])('%s does not pass for %s', (seen, known) => {
  expect(marked(seen, known)).toBeUndefined();
});

test('whoever looks alike shares a key, whichever is known', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{1,12}[a-z]$/);
  const change = fc.constantFrom(
    (host: string) => `${host.slice(0, 2)}${host.slice(3)}`,
    (host: string) => `${host[1]}${host[0]}${host.slice(2)}`,
    (host: string) => host.replace('a', 'а').replace('m', 'rn'),
    (host: string) => `pay-${host}`,
    (host: string) => host.replace('.', '-support.'),
  );
  fc.assert(
    fc.property(label, change, fc.constantFrom('com', 'org'), (main, alter, ending) => {
      const known = `${main}.com`;
      const seen = hostName(alter(known).replace(/com$/, ending));
      if (!seen) return;
      const keys = new Set(domainKeys(known));
      for (const [a, b] of [
        [seen, known],
        [known, seen],
      ] as const)
        if (lookAlikeDomain(a, b)) expect(domainKeys(seen).some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a host of any length is compared at once', () => {
  const spent = countEffort();
  for (const text of ['a', '-', 'a-', '.', 'rn', 'м']) {
    const host = text.repeat(10_000);
    domainKeys(host);
    lookAlikeDomain(host, 'acme.com');
    lookAlikeDomain('acme.com', host);
    lookAlikeDomain(host, `${host}a`);
  }
  expect(spent()).toBeLessThan(200);
});
