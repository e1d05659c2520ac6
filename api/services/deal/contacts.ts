import { liveContact } from '../effect.ts';
import { listed, saidOf } from '../merge/late.ts';
import { FRESH } from '../plan.ts';

/** Links the contacts in `:contactIds`, each followed to the one it was merged into. */
export const linkContacts = (id: string): string[] => [
  saidOf('contact', 'deal', listed(':contactIds'), id),
  `INSERT INTO deal_contact (contact_id, deal_id, position)
SELECT ${liveContact('j.value')}, ${id}, j.key FROM json_each(:contactIds) j WHERE ${FRESH} ON CONFLICT DO NOTHING`,
];
