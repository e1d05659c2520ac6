import { newBase } from '../../domain/row.ts';
import { type Applied, changed, editOf, owned, party, removeOf, restoreOf, type VerbOf } from './on.ts';

export const companyVerbs: Applied<Exclude<VerbOf<'company'>, 'company.merge'>> = {
  'company.add': (input, { at, me }) => {
    const rest = { ...party(input), externalIds: input.externalIds ?? [], mergedInto: null };
    return changed('company', { ...newBase(input.id, at, me), ...owned(input, me), ...rest });
  },
  'company.edit': editOf('company'),
  'company.remove': removeOf('company'),
  'company.restore': restoreOf('company'),
};
