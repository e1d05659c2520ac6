import type { Input } from '../../../shared/sync/mutation.ts';
import { contactColumns } from '../contact/edit.ts';
import { contactFindables } from '../contact/findables.ts';
import { setFields } from '../edit.ts';
import { known, live, liveCompany, liveContact } from '../effect.ts';
import { ownValuesFit } from '../own-field/values.ts';
import type { Plan } from '../plan.ts';
import { chosenOf, isOne, thereOf } from './given.ts';
import { joinEffects, KEPT } from './join.ts';
import { mergeRow } from './row.ts';

const kept = liveContact(':id');
const gone = liveContact(':goneId');
/** A shared one must not learn what one keeps to oneself, nor the other way round. [J7] */
const isMixed = `CASE WHEN (SELECT private_to FROM contact WHERE id = ${kept}) IS NOT (SELECT private_to FROM contact WHERE id = ${gone}) THEN 'merge.private' END`;

/** Two contacts are one: the gone one becomes an alias, and what hung on it follows. [J1] */
export function mergeContacts({ id, goneId, mergeId, fields }: Input<'contact.merge'>): Plan {
  const set = setFields('contact', KEPT, contactColumns, fields, ':mergeId');
  return {
    refuse: [
      ...thereOf('contact', kept, gone),
      isMixed,
      known(':newCompany', liveCompany(':newCompany'), 'company.unknown'),
      known(':newOwner', live('member', ':newOwner'), 'not_found'),
      ...ownValuesFit('contact', fields.own),
    ],
    already: isOne(kept, gone),
    effects: [...mergeRow('contact', kept, gone), ...joinEffects('contact', set.effects)],
    args: {
      ...set.args,
      ...{ id, goneId, mergeId, newCompany: fields.companyId ?? null, newOwner: fields.ownerId ?? null },
      chosen: chosenOf(fields),
      found: contactFindables(fields),
    },
  };
}
