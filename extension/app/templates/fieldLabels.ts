import { ownPrefix, type TemplateField, templateFields } from '../../../shared/domain/template/fields.ts';
import type { FieldLabels } from '../../../shared/domain/template/localised.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TemplatesView } from '../../messages/compose.ts';

const labels: Record<TemplateField, () => string> = {
  first_name: m.compose_field_first_name,
  last_name: m.compose_field_last_name,
  full_name: m.compose_field_full_name,
  salutation: m.compose_field_salutation,
  job_title: m.compose_field_job_title,
  company: m.compose_field_company,
  city: m.compose_field_city,
  deal: m.compose_field_deal,
  stage: m.compose_field_stage,
  amount: m.compose_field_amount,
  close_date: m.compose_field_close_date,
  my_name: m.compose_field_my_name,
  my_first_name: m.compose_field_my_first_name,
  my_email: m.compose_field_my_email,
  workspace: m.compose_field_workspace,
  today: m.compose_field_today,
  tomorrow: m.compose_field_tomorrow,
  next_week: m.compose_field_next_week,
  weekday: m.compose_field_weekday,
};

/** What every field is called here; of two own fields of one name the second keeps its key. */
export function fieldLabels(ownFields: TemplatesView['ownFields']): FieldLabels {
  const named: Record<string, string> = Object.fromEntries(
    templateFields.map((field) => [field, labels[field]()]),
  );
  const taken = new Set(Object.values(named).map((label) => label.toLowerCase()));
  for (const { key, label } of ownFields) {
    const plain = label.replace(/[{}|\r\n]/g, ' ').trim();
    const name = plain && !taken.has(plain.toLowerCase()) ? plain : `${ownPrefix}${key}`;
    taken.add(name.toLowerCase());
    named[`${ownPrefix}${key}`] = name;
  }
  return named;
}
