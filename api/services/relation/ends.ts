import { live, liveCompany, liveContact, mayUse } from '../effect.ts';

/** A row by its noun, followed to the one it was merged into; null where it is not there for the member. */
export const endOf = (noun: string, id: string): string => `CASE ${noun}
  WHEN 'contact' THEN ${liveContact(id)} WHEN 'company' THEN ${liveCompany(id)} WHEN 'deal' THEN ${live('deal', id)} END`;

/** Guard: what a relation starts or ends at must be there. */
export const endKnown = (noun: string, id: string): string =>
  `CASE WHEN (${endOf(noun, id)}) IS NULL THEN CASE ${noun} WHEN 'contact' THEN 'contact.unknown' WHEN 'company' THEN 'company.unknown' ELSE 'deal.unknown' END END`;

/** Not of a contact that is another member's own: for this member there is no such relation. [A6] */
const mine = (end: string): string =>
  `NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = r.${end} AND NOT ${mayUse('c')})`;
/** Guard of an edit or removal. */
export const usable = (alive: boolean): string =>
  `CASE WHEN NOT EXISTS (SELECT 1 FROM relation r WHERE r.id = :id${alive ? ' AND r.deleted_at IS NULL' : ''} AND ${mine('from_id')} AND ${mine('to_id')}) THEN 'relation.unknown' END`;
