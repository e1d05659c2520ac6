import type { Input } from '../../../shared/sync/mutation.ts';
import {
  contactsKnown,
  historyOfField,
  known,
  live,
  liveCompany,
  liveContact,
  liveInteraction,
  mayUse,
  removed,
  touch,
} from '../effect.ts';
import { listed, saidOf } from '../merge/late.ts';
import { FRESH, type Plan } from '../plan.ts';

/** Ids in one text, as history keeps a list. */
const told = (ids: string): string =>
  `(SELECT group_concat(id, ' ') FROM (SELECT DISTINCT id FROM (${ids}) WHERE id IS NOT NULL ORDER BY id))`;
/** What the history says to everybody: nobody's own contacts of a shared entry. */
const openly = (contact: string): string =>
  `CASE WHEN EXISTS (SELECT 1 FROM contact p WHERE p.id = ${contact} AND (p.private_to IS NULL OR r.private_to = :by)) THEN ${contact} END`;
const peopleNow = told(
  `SELECT ${openly('l.contact_id')} AS id FROM interaction_contact l WHERE l.interaction_id = r.id`,
);
const dealsNow = told(`SELECT deal_id AS id FROM more_deal WHERE interaction_id = r.id`);

/**
 * The entry is about these records and no others; what it was about stays in the history. People whom the mover may not
 * see stay with it. [G5] [A6]
 */
export function moveInteraction({ id, ...to }: Input<'interaction.move'>): Plan {
  const target = liveInteraction(':id');
  const named = listed(':contactIds');
  const people = `SELECT ${liveContact('j.value')} AS id FROM json_each(:contactIds) j`;
  const deals = `SELECT d.id FROM json_each(:moreDealIds) j JOIN deal d ON d.id = j.value AND d.deleted_at IS NULL WHERE d.id IS NOT :dealId`;
  const seen = `contact_id IN (SELECT c.id FROM contact c JOIN interaction_contact l ON l.contact_id = c.id WHERE l.interaction_id = ${target} AND ${mayUse('c')})`;
  return {
    refuse: [
      removed('interaction', target),
      known(':id', target, 'interaction.unknown'),
      contactsKnown(':contactIds'),
      known(':companyId', liveCompany(':companyId'), 'company.unknown'),
      known(':dealId', live('deal', ':dealId'), 'deal.unknown'),
      `CASE WHEN EXISTS (SELECT 1 FROM json_each(:moreDealIds) j WHERE ${live('deal', 'j.value')} IS NULL) THEN 'deal.unknown' END`,
    ],
    effects: [
      historyOfField('interaction', target, 'dealId', 'r.deal_id', ':dealId', FRESH),
      historyOfField('interaction', target, 'moreDealIds', dealsNow, told(deals), FRESH),
      historyOfField('interaction', target, 'companyId', 'r.company_id', liveCompany(':companyId'), FRESH),
      historyOfField(
        ...(['interaction', target, 'contactIds', peopleNow] as const),
        told(`SELECT ${openly('t.id')} AS id FROM (${people}) t`),
        FRESH,
      ),
      `DELETE FROM interaction_contact WHERE interaction_id = ${target} AND ${seen} AND ${FRESH}`,
      // Whoever is named by an alias is that one's again after a split. [J6]
      saidOf('contact', 'interaction', named, target),
      saidOf('company', 'interaction', 'SELECT :companyId', target),
      `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id)
SELECT t.id, i.occurred_at, i.id FROM (${people}) t, interaction i WHERE t.id IS NOT NULL AND i.id = ${target} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `DELETE FROM more_deal WHERE interaction_id = ${target} AND ${FRESH}`,
      `INSERT INTO more_deal (deal_id, occurred_at, interaction_id)
SELECT t.id, i.occurred_at, i.id FROM (${deals}) t, interaction i WHERE i.id = ${target} AND ${FRESH} ON CONFLICT DO NOTHING`,
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
