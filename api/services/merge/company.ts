import type { Input } from '../../../shared/sync/mutation.ts';
import { companyColumns } from '../company/edit.ts';
import { setFields } from '../edit.ts';
import { folded, known, live, liveCompany } from '../effect.ts';
import { ownFindables, ownValuesFit } from '../own-field/values.ts';
import type { Plan } from '../plan.ts';
import { chosenOf, isOne, thereOf } from './given.ts';
import { joinEffects, KEPT } from './join.ts';
import { mergeRow } from './row.ts';

const kept = liveCompany(':id');
const gone = liveCompany(':goneId');

/** Two companies are one; people, deals, tasks and entries of both are the kept one's. [J1] */
export function mergeCompanies({ id, goneId, mergeId, fields }: Input<'company.merge'>): Plan {
  const set = setFields('company', KEPT, companyColumns, fields, ':mergeId');
  return {
    refuse: [
      ...thereOf('company', kept, gone),
      known(':newOwner', live('member', ':newOwner'), 'not_found'),
      ...ownValuesFit('company', fields.own),
    ],
    already: isOne(kept, gone),
    effects: [...mergeRow('company', kept, gone), ...joinEffects('company', set.effects)],
    args: {
      ...set.args,
      ...{ id, goneId, mergeId, newOwner: fields.ownerId ?? null },
      chosen: chosenOf(fields),
      found: folded({
        name: fields.name,
        industry: fields.industry,
        city: fields.city,
        phone: fields.phone,
        ...ownFindables(fields.own),
      }),
    },
  };
}
