import type { Input } from '../../../shared/sync/mutation.ts';
import {
  contactsKnown,
  folded,
  historyOfAdd,
  index,
  known,
  live,
  liveCompany,
  taken,
  touch,
} from '../effect.ts';
import { addExternalIds } from '../external-id.ts';
import { saidOf } from '../merge/late.ts';
import { ownFindables, ownValuesFit } from '../own-field/values.ts';
import { FRESH, type Plan } from '../plan.ts';
import { linkContacts } from './contacts.ts';
import { stageOr } from './stage.ts';

export function addDeal(input: Input<'deal.add'>): Plan {
  const stage = stageOr(':stageId');
  return {
    refuse: [
      ...ownValuesFit('deal', input.own),
      contactsKnown(':contactIds'),
      known(':companyId', liveCompany(':companyId'), 'company.unknown'),
      known(':ownerId', live('member', ':ownerId'), 'not_found'),
      known(`'stage'`, `(${stage})`, 'stage.unknown'),
    ],
    already: `COALESCE(${taken('deal')}, (SELECT e.row_id FROM json_each(:externalIds) j JOIN external_id e ON e.noun = 'deal' AND e.held = 1 AND e.value = j.value ORDER BY j.key LIMIT 1))`,
    effects: [
      `INSERT INTO deal (id, created_at, created_by, updated_at, title, pipeline_id, stage_id, state, amount_minor, currency,
  expected_close, need, company_id, owner_id, origin_channel, origin_page, origin_campaign, origin_referrer, stage_since, own)
SELECT :id, :at, :by, :at, :title, s.pipeline_id, s.id, 'open', :amountMinor, :currency, :expectedClose, :need,
  ${liveCompany(':companyId')}, COALESCE(:ownerId, :by), :channel, :page, :campaign, :referrer, :at, :own
FROM stage s WHERE s.id = (${stage}) AND ${FRESH}`,
      ...linkContacts(':id'),
      saidOf('company', 'deal', 'SELECT :companyId', ':id'),
      addExternalIds('deal', ':id', FRESH),
      historyOfAdd('deal', FRESH),
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'deal', id, 'stageId', NULL, stage_id, :at, :by FROM deal WHERE id = :id AND ${FRESH}`,
      ...index('deal', ':id', FRESH),
      touch('deal', ':id', FRESH),
    ],
    args: {
      id: input.id,
      title: input.title,
      amountMinor: input.amountMinor,
      currency: input.currency,
      expectedClose: input.expectedClose,
      need: input.need,
      companyId: input.companyId,
      ownerId: input.ownerId,
      stageId: input.stageId,
      externalIds: JSON.stringify(input.externalIds ?? []),
      own: JSON.stringify(input.own),
      ...input.origin,
      contactIds: JSON.stringify(input.contactIds),
      history: JSON.stringify([
        ['added', input.title],
        ['amountMinor', input.amountMinor],
        ['currency', input.currency],
        ['expectedClose', input.expectedClose],
        ['ownerId', input.ownerId],
      ]),
      found: folded({ name: input.title, need: input.need, ...ownFindables(input.own) }),
    },
  };
}
