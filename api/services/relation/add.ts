import type { Input } from '../../../shared/sync/mutation.ts';
import { live, liveCompany, liveContact } from '../effect.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { newRelationColumns } from './columns.ts';

const endKnown = (noun: string, id: string): string => `CASE ${noun}
  WHEN 'contact' THEN CASE WHEN ${liveContact(id)} IS NULL THEN 'contact.unknown' END
  WHEN 'company' THEN CASE WHEN ${liveCompany(id)} IS NULL THEN 'company.unknown' END
  WHEN 'deal' THEN CASE WHEN ${live('deal', id)} IS NULL THEN 'deal.unknown' END END`;

/** Two that are there and that its maker may use. */
export const addRelation = (input: Input<'relation.add'>): Plan =>
  addPlain('relation', newRelationColumns, input, input.kind, {
    refuse: [endKnown(':fromNoun', ':fromId'), endKnown(':toNoun', ':toId')],
  });
