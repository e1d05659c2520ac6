import type { Input } from '../../../shared/sync/mutation.ts';
import {
  contactsKnown,
  historyOfField,
  known,
  live,
  liveCompany,
  liveContact,
  liveInteraction,
  removed,
  touch,
} from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

/** The entry is about these records and no others; what it was about stays in the history. [G1] */
export function moveInteraction({ id, ...to }: Input<'interaction.move'>): Plan {
  const target = liveInteraction(':id');
  const deals = `SELECT j.value FROM json_each(:moreDealIds) j`;
  return {
    refuse: [
      removed('interaction', target),
      known(':id', target, 'interaction.unknown'),
      contactsKnown(':contactIds'),
      known(':companyId', liveCompany(':companyId'), 'company.unknown'),
      known(':dealId', live('deal', ':dealId'), 'deal.unknown'),
      `CASE WHEN EXISTS (${deals} WHERE NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = j.value AND d.deleted_at IS NULL)) THEN 'deal.unknown' END`,
    ],
    effects: [
      historyOfField('interaction', target, 'dealId', 'r.deal_id', ':dealId', FRESH),
      historyOfField('interaction', target, 'companyId', 'r.company_id', liveCompany(':companyId'), FRESH),
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'interaction', ${target}, 'contactIds', (SELECT json_group_array(contact_id) FROM interaction_contact WHERE interaction_id = ${target}), :contactIds, :at, :by WHERE ${FRESH}`,
      `DELETE FROM interaction_contact WHERE interaction_id = ${target} AND ${FRESH}`,
      `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id)
SELECT ${liveContact('j.value')}, i.occurred_at, i.id FROM json_each(:contactIds) j, interaction i WHERE i.id = ${target} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `DELETE FROM more_deal WHERE interaction_id = ${target} AND ${FRESH}`,
      `INSERT INTO more_deal (deal_id, occurred_at, interaction_id)
SELECT j.value, i.occurred_at, i.id FROM json_each(:moreDealIds) j, interaction i WHERE i.id = ${target} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `UPDATE interaction SET company_id = ${liveCompany(':companyId')}, deal_id = :dealId, updated_at = :at WHERE id = ${target} AND ${FRESH}`,
      touch('interaction', target, FRESH),
    ],
    args: {
      id,
      companyId: to.companyId,
      dealId: to.dealId,
      contactIds: JSON.stringify(to.contactIds),
      moreDealIds: JSON.stringify(to.moreDealIds),
    },
  };
}
