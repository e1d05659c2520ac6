import type { Input } from '../../../shared/sync/mutation.ts';
import { folded } from '../effect.ts';
import { ownFindables } from '../own-field/values.ts';

/** By what a contact is found of these fields, for `:found`; `{}` where they hold nothing that is searched. */
export const contactFindables = (fields: Input<'contact.edit'>['fields']): string =>
  folded({
    name: fields.name,
    given: fields.givenName,
    family: fields.familyName,
    title: fields.title,
    address: fields.address,
    phone: fields.phone,
    ...ownFindables(fields.own),
  });
