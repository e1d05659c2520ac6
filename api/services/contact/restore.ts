import type { Input } from '../../../shared/sync/mutation.ts';
import { FRESH, type Plan } from '../plan.ts';
import { restoreRow } from '../restore.ts';
import { heldKinds } from './key.ts';

const isAlias = `EXISTS (SELECT 1 FROM contact a WHERE a.id = :id AND a.merged_into IS NOT NULL)`;

/** Somebody added the person anew meanwhile: that contact is the one. */
const clash = `(SELECT 'contact.exists' FROM contact_key k JOIN contact_key o ON o.held = 1 AND o.kind = k.kind AND o.value = k.value
  AND COALESCE(o.private_to, '') = COALESCE(k.private_to, '') AND o.contact_id <> k.contact_id
  WHERE k.contact_id = :id AND k.kind IN (${heldKinds}) AND NOT ${isAlias} LIMIT 1)`;

/** An alias holds no keys: it is restored as the alias it was. */
export const restoreContact = ({ id }: Input<'contact.restore'>): Plan =>
  restoreRow('contact', 'contact.unknown', id, {
    clash: [clash],
    hold: [
      `UPDATE contact_key SET held = 1 WHERE contact_id = :id AND kind IN (${heldKinds}) AND NOT ${isAlias} AND ${FRESH}`,
    ],
  });
