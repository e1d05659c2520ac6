import type { Contact } from '../../shared/domain/rows.ts';
import type { Evidence, Sighting } from '../../shared/identity/sighting.ts';
import type { PersonOnScreen } from '../messages/state.ts';

const sighting = (
  email: string | null,
  fields: Sighting['fields'] = {},
  source: Evidence = 'mail-header',
): Sighting => ({
  kind: 'person',
  role: 'from',
  keys: email ? [{ value: { kind: 'email', value: email }, source, confidence: 1 }] : [],
  fields,
});
export const known = (contact: Contact): PersonOnScreen => {
  const email = contact.keys[0]?.value ?? null;
  return {
    key: `email:${email}`,
    sighting: sighting(email),
    name: contact.name,
    email,
    match: {
      noun: 'contact',
      id: contact.id,
      basis: [{ key: { kind: 'email', value: email ?? '' }, strength: 'exact' }],
    },
    contact,
    internal: false,
    differences: [],
    maybe: null,
  };
};
export const stranger = (
  name: string,
  email: string | null,
  fields: Sighting['fields'] = {},
): PersonOnScreen => ({
  key: email ? `email:${email}` : `at ${name}`,
  sighting: sighting(
    email,
    { name: { value: name, source: 'mail-header', confidence: 1 }, ...fields },
    fields.title?.source === 'json-ld' ? 'mailto' : 'mail-header',
  ),
  name,
  email,
  match: null,
  contact: null,
  internal: false,
  differences: [],
  maybe: null,
});
export const colleague = (name: string): PersonOnScreen => ({
  ...stranger(name, `${name.toLowerCase()}@ours.test`),
  internal: true,
});
export const from = (value: string, source: 'signature' | 'json-ld' | 'mailto' | 'text') => ({
  value,
  source,
  confidence: 0.8,
});
