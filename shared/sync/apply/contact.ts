import { newBase } from '../../domain/row.ts';
import type { ContactKey } from '../../domain/rows.ts';
import { type Applied, changed, editOf, owned, party, removeOf, restoreOf, type VerbOf } from './on.ts';

type Key = Pick<ContactKey, 'kind' | 'value'>;
const isSameKey = (a: Key, b: Key): boolean => a.kind === b.kind && a.value === b.value;

export const contactVerbs: Applied<Exclude<VerbOf<'contact'>, 'contact.merge'>> = {
  'contact.add': ({ private: hidden, ...input }, { at, me }) => {
    const rest = {
      zone: input.zone ?? null,
      ...party(input),
      mergedInto: null,
      privateTo: hidden ? me : null,
    };
    return changed('contact', { ...newBase(input.id, at, me), ...owned(input, me), ...rest });
  },
  'contact.edit': editOf('contact'),
  'contact.addKey': ({ id, key }, { world, at }) => {
    const row = world.get('contact', id);
    if (!row || row.keys.some((each) => isSameKey(each, key))) return [];
    return changed('contact', { ...row, keys: [...row.keys, key], updatedAt: at });
  },
  'contact.removeKey': ({ id, key }, { world, at }) => {
    const row = world.get('contact', id);
    if (!row?.keys.some((each) => isSameKey(each, key))) return [];
    const keys = row.keys.filter((each) => !isSameKey(each, key));
    return changed('contact', { ...row, keys, updatedAt: at });
  },
  'contact.remove': removeOf('contact'),
  'contact.restore': restoreOf('contact'),
  'contact.setPrivate': ({ id, private: hidden }, { world, at, me }) => {
    const row = world.get('contact', id);
    if (!row || (row.privateTo ?? row.createdBy) !== me) return [];
    return changed('contact', { ...row, privateTo: hidden ? me : null, updatedAt: at });
  },
};
