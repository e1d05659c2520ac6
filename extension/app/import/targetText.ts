import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { fields, Target } from '../../files/columns/target.ts';

type Texts = { [N in ImportNoun]: Record<(typeof fields)[N][number], () => string> };

const texts: Texts = {
  contact: {
    name: m.import_target_name,
    givenName: m.import_target_given_name,
    middleName: m.import_target_middle_name,
    familyName: m.import_target_family_name,
    email: m.import_target_email,
    phone: m.import_target_phone,
    title: m.import_target_title,
    url: m.import_target_url,
    address: m.import_target_address,
    street: m.import_target_street,
    city: m.import_target_city,
    region: m.import_target_region,
    postcode: m.import_target_postcode,
    country: m.import_target_country,
    lifeCycle: m.import_target_life_cycle,
    owner: m.import_target_owner,
    role: m.import_target_role,
    roleReason: m.import_target_role_reason,
    note: m.import_target_note,
    externalId: m.import_target_external_id,
    keys: m.import_target_keys,
  },
  company: {
    name: m.import_target_company_name,
    domain: m.import_target_domain,
    website: m.import_target_website,
    industry: m.import_target_industry,
    city: m.import_target_city,
    country: m.import_target_country,
    phone: m.import_target_phone,
    owner: m.import_target_owner,
    role: m.import_target_role,
    roleReason: m.import_target_role_reason,
    note: m.import_target_note,
    externalId: m.import_target_external_id,
  },
  deal: {
    title: m.import_target_deal_title,
    amount: m.import_target_amount,
    currency: m.import_target_currency,
    pipeline: m.import_target_pipeline,
    stage: m.import_target_stage,
    state: m.import_target_state,
    expectedClose: m.import_target_expected_close,
    closedAt: m.import_target_closed_at,
    need: m.import_target_need,
    lostReason: m.import_target_lost_reason,
    competitor: m.import_target_competitor,
    owner: m.import_target_owner,
    note: m.import_target_note,
    externalId: m.import_target_external_id,
    contacts: m.import_target_contacts,
  },
  interaction: {
    kind: m.import_target_kind,
    subject: m.import_target_subject,
    body: m.import_target_body,
    date: m.import_target_date,
    time: m.import_target_time,
    direction: m.import_target_direction,
    duration: m.import_target_duration,
    outcome: m.import_target_outcome,
    from: m.import_target_from,
    to: m.import_target_to,
    link: m.import_target_link,
    done: m.import_target_done,
    messageId: m.import_target_message_id,
    externalId: m.import_target_external_id,
  },
};

const groups: Record<ImportNoun, () => string> = {
  contact: m.import_target_group_contact,
  company: m.import_target_group_company,
  deal: m.import_target_group_deal,
  interaction: m.import_target_group_interaction,
};
const isNoun = (text: string): text is ImportNoun => Object.hasOwn(groups, text);

const partsOf = (target: Target): [noun: string, field: string] => {
  const dot = target.indexOf('.');
  return dot < 0 ? ['', target] : [target.slice(0, dot), target.slice(dot + 1)];
};

/** What a column can be is told under the noun it is of. */
export function groupText(target: Target): string | null {
  const [noun] = partsOf(target);
  return isNoun(noun) ? groups[noun]() : null;
}

/** @param ownFields what the workspace called its own */
export function targetText(target: Target, ownFields: readonly OwnField[]): string {
  if (target === 'ignore') return m.import_target_ignore();
  if (target === 'source') return m.import_target_source();
  const [noun, field] = partsOf(target);
  if (field === 'newField') return m.import_target_new_field();
  if (field.startsWith('own.')) {
    const key = field.slice(4);
    return ownFields.find((own) => own.noun === noun && own.key === key)?.label ?? key;
  }
  const known = isNoun(noun) ? (texts[noun] as Record<string, (() => string) | undefined>) : {};
  return known[field]?.() ?? field;
}
