import * as m from '../../../shared/i18n/compiled/messages.js';

const names: Record<string, () => string> = {
  name: m.words_name,
  givenName: m.words_given_name,
  familyName: m.words_family_name,
  phone: m.words_phone,
  address: m.words_address,
  industry: m.words_industry,
  city: m.words_city,
  country: m.words_country,
  website: m.words_website,
  need: m.sidebar_need,
  subject: m.words_subject,
  body: m.words_text,
  outcome: m.words_outcome,
  lostReason: m.sidebar_lost_reason,
  competitor: m.sidebar_competitor,
  expectedClose: m.sidebar_close_date,
  dueDay: m.words_due,
  lifeCycle: m.words_life_cycle,
  ownerId: m.words_owner,
  companyId: m.words_company,
  role: m.record_role,
  roleReason: m.record_role_reason,
  domains: m.words_domain,
  contactIds: m.words_people,
  note: m.words_note,
  zone: m.promise_zone,
  stageId: m.words_stage,
  state: m.words_state,
  amountMinor: m.words_amount,
  currency: m.words_currency,
  'key.value': m.words_address_or_number,
};

/** A field as people call it; one that a newer server has is called by its own name. */
export function fieldText(field: string, noun: string): string {
  if (field === 'title') return noun === 'contact' ? m.words_title() : m.words_title_of_deal();
  const own = /^own\.(.+)$/.exec(field)?.[1];
  const key = /^key\.(email|phone|domain|profile|external)$/.exec(field)?.[1];
  if (key) return (names[key] ?? m.words_email)();
  return own ?? names[field]?.() ?? field;
}
