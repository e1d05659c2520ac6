import { zoneOf } from '../../../shared/domain/contact/zone-of.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Field } from '../../ui/field.ts';

/** By whose clock "Tuesday at 3" of theirs is read; unset as their telephone number tells. */
export function zoneField(contact: Pick<Contact, 'zone' | 'keys'>, save: Field['save']): Field {
  const guessed = zoneOf({ ...contact, zone: null });
  const unset = guessed ? m.promise_zone_by_phone({ zone: guessed }) : m.promise_zone_unknown();
  const zones = new Set([...(contact.zone ? [contact.zone] : []), ...Intl.supportedValuesOf('timeZone')]);
  return {
    id: 'zone',
    label: m.promise_zone(),
    value: contact.zone ?? '',
    shown: contact.zone ?? (guessed ? unset : ''),
    invite: m.words_add(),
    options: [{ value: '', label: unset }, ...[...zones].map((zone) => ({ value: zone, label: zone }))],
    ...(save && { save }),
  };
}
