import { expect, it } from 'vitest';
import type { PersonOnScreen } from '../state.ts';
import { foundFields, newContactOf } from './found-fields.ts';

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
  expect(foundFields(person('ada@acme.test').sighting).map((field) => [field.id, field.value])).toEqual([
    ['title', 'CTO'],
    ['organisation', 'ACME'],
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
