import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import type { Seen, Sighting } from '../../identity/sighting.ts';
import { differences } from './differences.ts';
import { samePhone } from './same-phone.ts';
import { titleSays } from './title-words.ts';

const seen = (value: string, confidence = 0.8): Seen => ({ value, source: 'text', confidence });
const sighting = (fields: Record<string, string>, more: Partial<Sighting> = {}): Sighting => ({
  kind: 'person',
  keys: [],
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, seen(value)])),
  ...more,
});
const ada = {
  name: 'Ada Byron',
  title: 'Chief Financial Officer',
  phone: '+49 30 1234567',
  address: 'Werkstraße 12\n70565 Stuttgart',
  keys: [{ kind: 'email' as const, value: 'ada@acme.test', source: null }],
};
const acme = { name: 'ACME GmbH', domains: ['acme.test'] };
const told = (fields: Record<string, string>, more: Partial<Sighting> = {}) =>
  differences(ada, acme, sighting(fields, more)).map(({ field, seen: { value }, was }) => [
    field,
    value,
    was,
  ]);

describe('what is told', () => {
  test('a new title, with what it was', () => {
    expect(told({ name: 'Ada Byron', title: 'CTO' })).toEqual([['title', 'CTO', 'Chief Financial Officer']]);
  });

  test.each([
    ['name', 'Ada Lovelace', 'Ada Byron'],
    ['name', 'Dr. Ada King Byron', 'Ada Byron'],
    ['title', 'Chief Financial Officer and Co-Founder', 'Chief Financial Officer'],
    ['title', '财务总监', 'Chief Financial Officer'],
    ['phone', '+49 30 7654321', '+49 30 1234567'],
    ['address', 'Hafenweg 3, 20457 Hamburg', 'Werkstraße 12\n70565 Stuttgart'],
    ['organisation', 'Northwind Traders', 'ACME GmbH'],
  ])('%s: %s', (field, value, was) => expect(told({ [field]: value })).toEqual([[field, value, was]]));

  test('what we do not have yet', () => {
    const empty = { ...ada, title: null, phone: null, address: null, keys: [] };
    const keys = [
      { ...seen(''), value: { kind: 'email' as const, value: 'ada@acme.test' } },
      { ...seen(''), value: { kind: 'profile' as const, value: 'https://github.com/ada' } },
    ];
    const all = differences(empty, null, sighting({ title: 'CTO', organisation: 'ACME' }, { keys }));
    expect(all.map(({ field, was }) => [field, was])).toEqual([
      ['title', null],
      ['organisation', null],
      ['email', null],
      ['profile', null],
    ]);
  });

  test('a name that was only an address', () => {
    const [first] = differences({ ...ada, name: 'ada@acme.test' }, acme, sighting({ name: 'Ada Byron' }));
    expect(first?.seen.value).toBe('Ada Byron');
  });
});

describe('what is not told', () => {
  test('the same name as a keyboard without its letters writes it', () => {
    expect(differences({ ...ada, name: 'Jürgen Groß' }, acme, sighting({ name: 'Juergen Gross' }))).toEqual(
      [],
    );
  });

  test.each([
    ['name', 'ADA  BYRON'],
    ['name', 'A. Byron'],
    ['name', 'Ada'],
    ['name', 'Byron, Ada'],
    ['name', 'Prof. Ada Byron, PhD'],
    ['name', 'Somebody Else'],
    ['name', '艾达'],
    ['title', 'chief financial officer'],
    ['title', 'CFO'],
    ['title', 'C.F.O.'],
    ['title', 'Financial Officer'],
    ['title', 'CFO at ACME GmbH'],
    ['title', 'CFO, ACME GmbH'],
    ['phone', '030 1234567'],
    ['phone', '0049 (0)30 123 45 67'],
    ['phone', '+49 30 1234567 ext. 12'],
    ['address', 'Werkstr. 12, 70565 Stuttgart'],
    ['address', 'Stuttgart'],
    ['organisation', 'Acme'],
    ['organisation', 'ACME GmbH Deutschland'],
  ])('%s: %s', (field, value) => expect(told({ [field]: value })).toEqual([]));

  test('anything that the page guesses', () => {
    expect(differences(ada, acme, sighting({}, { fields: { title: seen('CTO', 0.4) } }))).toEqual([]);
  });

  test('a second title or number where ours stands beside it', () => {
    expect(told({ title: 'Board Member' }, { others: { title: [seen('CFO')] } })).toEqual([]);
    expect(told({ phone: '+49 171 5550100' }, { others: { phone: [seen('030/1234567')] } })).toEqual([]);
  });

  test('a number that is one of their keys', () => {
    const keys = [{ kind: 'phone' as const, value: '+491715550100', source: null }];
    expect(differences({ ...ada, keys }, acme, sighting({ phone: '0171 555 0100' }))).toEqual([]);
  });

  test('another name of the company that they write from', () => {
    const keys = [{ ...seen(''), value: { kind: 'email' as const, value: 'ada@acme.test' } }];
    expect(told({ organisation: 'Allied Machines' }, { keys })).toEqual([]);
  });
});

test('what was taken over is no difference any more', () => {
  const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (title, phone) => {
      const now = { ...ada, title, phone };
      const again = differences(now, acme, sighting({ title, phone, name: ada.name }));
      expect(again.map(({ field }) => field)).toEqual([]);
    }),
  );
});

test('long hostile values are compared at once', () => {
  for (const long of ['a'.repeat(100_000), '('.repeat(100_000), 'co-'.repeat(30_000), '王'.repeat(100_000)]) {
    const spent = countEffort();
    differences(
      { ...ada, title: long, phone: long },
      acme,
      sighting({ name: long, title: `${long}x`, phone: `${long}1` }),
    );
    expect(spent()).toBeLessThan(200);
  }
});

test.each([
  ['Vice President of Sales', 'VP Sales', true],
  ['Sales Manager', 'Manager', true],
  ['Manager', 'Sales Manager', false],
  ['销售经理', '经理', true],
  ['經理', '销售经理', false],
  ['Co-Founder & CEO', 'CEO and co founder', true],
])('"%s" says all that "%s" says: %s', (more, less, says) => expect(titleSays(more, less)).toBe(says));

test.each([
  ['+44 (0)20 7946 0018', '020 7946 0018', true],
  ['+12125550143', '(212) 555-0143', true],
  ['5550143', '+1 212 555 0143', true],
  ['555 01', '+1 212 555 0101', false],
  ['+12125550143', '+12125550144', false],
])('%s and %s are one number: %s', (a, b, same) => expect(samePhone(a, b)).toBe(same));
