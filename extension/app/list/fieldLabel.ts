import type { Field } from '../../../shared/domain/view/fields.ts';
import type { ListNoun, Operator } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const names: Record<string, () => string> = {
  name: m.words_name,
  company: m.words_company,
  emails: m.words_email,
  phones: m.words_phone,
  lifeCycle: m.words_life_cycle,
  role: m.record_role,
  roleReason: m.list_field_role_reason,
  owner: m.words_owner,
  lastContact: m.list_field_last_contact,
  nextTask: m.list_field_next_task,
  openDeals: m.list_field_open_deals,
  openAmount: m.list_field_open_amount,
  address: m.words_address,
  keys: m.list_field_keys,
  private: m.list_field_private,
  source: m.words_source,
  campaign: m.list_field_campaign,
  createdAt: m.list_field_created_at,
  createdBy: m.list_field_created_by,
  updatedAt: m.list_field_updated_at,
  domains: m.words_domain,
  industry: m.words_industry,
  city: m.words_city,
  country: m.words_country,
  website: m.words_website,
  people: m.words_people,
  pipeline: m.list_field_pipeline,
  stage: m.words_stage,
  state: m.words_state,
  amount: m.words_amount,
  expectedClose: m.list_field_expected_close,
  need: m.list_field_need,
  stageSince: m.list_field_stage_since,
  closedAt: m.list_field_closed_at,
  lostReason: m.list_field_lost_reason,
  competitor: m.list_field_competitor,
  due: m.words_due,
  done: m.list_field_done,
  doneAt: m.list_field_done_at,
  contact: m.words_contact,
  deal: m.words_deal,
  note: m.words_note,
  repeats: m.list_field_repeats,
};

/** What a column is called; one that is gone says so. */
export function fieldLabel(name: string, field: Field | undefined, noun: ListNoun): string {
  if (field?.label) return field.label;
  if (!field) return m.list_field_gone();
  if (name === 'title') return noun === 'contact' ? m.words_title() : m.words_title_of_deal();
  return names[name]?.() ?? name;
}

const operators: Record<Operator, () => string> = {
  is: m.list_op_is,
  isNot: m.list_op_is_not,
  contains: m.list_op_contains,
  containsNot: m.list_op_contains_not,
  empty: m.list_op_empty,
  filled: m.list_op_filled,
  before: m.list_op_before,
  after: m.list_op_after,
  inLast: m.list_op_in_last,
  notInLast: m.list_op_not_in_last,
  inNext: m.list_op_in_next,
  more: m.list_op_more,
  less: m.list_op_less,
};
export const operatorText = (op: Operator): string => operators[op]();

export const nounText: Record<
  ListNoun,
  {
    title: () => string;
    all: () => string;
    count: (of: { count: number; shown: string }) => string;
    empty: () => string;
    how: () => string;
  }
> = {
  contact: {
    title: m.app_contacts,
    all: m.list_view_all_contacts,
    count: m.list_count_contacts,
    empty: m.list_empty_contacts,
    how: m.list_empty_contacts_how,
  },
  company: {
    title: m.app_companies,
    all: m.list_view_all_companies,
    count: m.list_count_companies,
    empty: m.list_empty_companies,
    how: m.list_empty_companies_how,
  },
  deal: {
    title: m.words_deals,
    all: m.list_view_all_deals,
    count: m.list_count_deals,
    empty: m.list_empty_deals,
    how: m.list_empty_deals_how,
  },
  task: {
    title: m.app_tasks,
    all: m.list_view_all_tasks,
    count: m.list_count_tasks,
    empty: m.list_empty_tasks,
    how: m.list_empty_tasks_how,
  },
};
