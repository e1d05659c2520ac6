import type { Input } from '../../../shared/sync/mutation.ts';
import { FRESH, type Plan } from '../plan.ts';
import { removeRow } from '../remove.ts';

/** An alias is removed alone: who takes back an offline duplicate must not remove a colleague's contact. */
export const removeContact = ({ id }: Input<'contact.remove'>): Plan =>
  removeRow('contact', 'contact.unknown', id, [
    `UPDATE contact_key SET held = 0 WHERE contact_id = :id AND ${FRESH}`,
  ]);
