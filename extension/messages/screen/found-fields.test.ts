import { expect, it } from 'vitest';
import type { PersonOnScreen } from '../state.ts';
import { foundFields, isSurePerson, newContactOf } from './found-fields.ts';
import { leadOnPage } from './lead-on-page.ts';

const person = (email: string): PersonOnScreen => ({
  key: `email:${email}`,
  name: 'Ada Lind',
  email,
  match: null,
  contact: null,
  internal: false,
  differences: [],
  maybe: null,
  sighting: {
    kind: 'person',
    keys: [
      { value: { kind: 'email', value: email }, source: 'mail-header', confidence: 1 },
      { value: { kind: 'phone', value: '+4930123456' }, source: 'signature', confidence: 0.8 },
    ],
    fields: {
      title: { value: 'CTO', source: 'signature', confidence: 0.7 },
      organisation: { value: 'ACME', source: 'signature', confidence: 0.7 },
    },
  },
});
const origin = { channel: 'gmail', page: null };

it('offers what was seen, a phone also where it is only a key', () => {
  expect(foundFields(person('ada@acme.test').sighting).map(({ id, seen }) => [id, seen.value])).toEqual([
    ['title', 'CTO'],
    ['organisation', 'ACME'],
    ['email', 'ada@acme.test'],
    ['phone', '+4930123456'],
  ]);
});

it('takes only the fields whose ticks are set', () => {
  const contact = newContactOf(person('ada@acme.test'), (field) => field.id !== 'phone', origin);
  expect(contact).toMatchObject({ title: 'CTO', companyName: 'ACME', phone: null, domain: 'acme.test' });
});

it('never makes a company of a free-mail domain', () => {
  expect(newContactOf(person('ada@gmail.com'), () => true, origin).domain).toBeNull();
});

const onPage = (name: string, confidence: number, organisation?: string): PersonOnScreen => ({
  ...person('ada@mail.test'),
  sighting: {
    kind: 'person',
    keys: [{ value: { kind: 'email', value: 'ada@mail.test' }, source: 'text', confidence: 0.4 }],
    fields: {
      name: { value: name, source: 'text', confidence },
      ...(organisation && { organisation: { value: organisation, source: 'text', confidence: 0.8 } }),
    },
  },
});
const acme = {
  key: 'domain:acme.test',
  sighting: null,
  name: 'ACME',
  domain: 'acme.test',
  match: null,
  company: null,
};

it('ticks nobody of whom the page is not clear, and no colleague or likely duplicate', () => {
  expect(isSurePerson(onPage('Ada Lind', 0.8))).toBe(true);
  expect(isSurePerson(onPage('Ada Lind', 0.5))).toBe(false);
  expect(isSurePerson({ ...onPage('Ada Lind', 0.8), internal: true })).toBe(false);
  const contact = { id: 'c', name: 'Ada' } as NonNullable<PersonOnScreen['contact']>;
  const maybe = { contact, match: { noun: 'contact' as const, id: 'c', basis: [] } };
  expect(isSurePerson({ ...onPage('Ada Lind', 0.8), maybe })).toBe(false);
});

it('fills in no address that is a guess, and offers every value that was seen', () => {
  expect(leadOnPage(onPage('Ada Lind', 0.8), acme, 'https://acme.test/team').email).toBeNull();
  const two = onPage('Ada Lind', 0.8);
  two.sighting.others = { name: [{ value: 'A. Lind', source: 'text', confidence: 0.5 }] };
  const [name] = foundFields(two.sighting);
  expect([name?.seen.value, ...(name?.others ?? []).map(({ value }) => value)]).toEqual([
    'Ada Lind',
    'A. Lind',
  ]);
});

it('joins the company of the page only where the page says of nobody else that they work there', () => {
  const url = 'https://acme.test/speakers';
  expect(leadOnPage(onPage('Ada Lind', 0.8), acme, url)).toMatchObject({
    companyName: 'ACME',
    domain: 'acme.test',
  });
  expect(leadOnPage(onPage('Ada Lind', 0.8, 'ACME GmbH'), acme, url).domain).toBe('acme.test');
  expect(leadOnPage(onPage('Ada Lind', 0.8, 'Northwind'), acme, url)).toMatchObject({
    companyName: 'Northwind',
    domain: null,
  });
});
