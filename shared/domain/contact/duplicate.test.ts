import { describe, expect, test } from 'vitest';
import { contactRow } from '../../../tests/fixtures/rows.ts';
import type { IdentityKey } from '../../identity/key.ts';
import type { Contact } from '../rows.ts';
import { basisOf, judge } from './duplicate.ts';

const email = (value: string): IdentityKey => ({ kind: 'email', value });
const phone = (value: string): IdentityKey => ({ kind: 'phone', value });
const profile = (value: string): IdentityKey => ({ kind: 'profile', value });

const contact = (id: string, keys: IdentityKey[], createdAt = 0): Contact =>
  contactRow(id, { createdAt, updatedAt: createdAt, keys: keys.map((key) => ({ ...key, source: null })) });

describe('a match', () => {
  const table: {
    title: string;
    people: Contact[];
    seen: IdentityKey[];
    is: string | null;
    maybe: string | null;
  }[] = [
    {
      title: 'is the one who has the address',
      people: [contact('ada', [email('a@x.org')]), contact('bob', [email('b@x.org')])],
      seen: [email('a@x.org')],
      is: 'ada',
      maybe: null,
    },
    {
      title: 'is only a maybe by a phone, which may be a switchboard',
      people: [contact('ada', [phone('+441')])],
      seen: [phone('+441')],
      is: null,
      maybe: 'ada',
    },
    {
      title: 'is nobody where two have the same address: the older one may be',
      people: [contact('new', [email('a@x.org')], 2), contact('old', [email('a@x.org')], 1)],
      seen: [email('a@x.org')],
      is: null,
      maybe: 'old',
    },
    {
      title: 'follows the address when a profile in the signature says somebody else',
      people: [contact('ada', [email('a@x.org')]), contact('boss', [profile('https://p/boss')])],
      seen: [email('a@x.org'), profile('https://p/boss')],
      is: 'ada',
      maybe: null,
    },
    {
      title: 'is nobody without a key in common',
      people: [contact('ada', [email('a@x.org')])],
      seen: [email('z@x.org')],
      is: null,
      maybe: null,
    },
  ];
  test.each(table)('$title', ({ people, seen, is, maybe }) => {
    const judged = judge(people, seen);
    expect(judged.is?.contact.id ?? null).toBe(is);
    expect(judged.maybe?.contact.id ?? null).toBe(maybe);
  });

  test('says on which keys it rests, the strong ones first', () => {
    const basis = basisOf(contact('ada', [phone('+441'), email('a@x.org')]), [
      phone('+441'),
      email('a@x.org'),
    ]);
    expect(basis.map(({ key, strength }) => [key.kind, strength])).toEqual([
      ['email', 'exact'],
      ['phone', 'weak'],
    ]);
  });
});
