import type { Contact } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Field } from '../../ui/field.ts';

/** By whose clock "Tuesday at 3" of theirs is read. */
export function zoneField({ zone }: Pick<Contact, 'zone'>, save: Field['save']): Field {
  const zones = new Set([...(zone ? [zone] : []), ...Intl.supportedValuesOf('timeZone')]);
  return {
    id: 'zone',
    label: m.promise_zone(),
    value: zone ?? '',
    shown: zone ?? '',
    invite: m.words_add(),
    options: [
      { value: '', label: m.promise_zone_unset() },
      ...[...zones].map((each) => ({ value: each, label: each })),
    ],
    ...(save && { save }),
  };
}
