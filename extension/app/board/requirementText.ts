import { ownKeyOf, type Requirable } from '../../../shared/domain/deal/require.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const words: Record<Requirable, () => string> = {
  amountMinor: m.words_amount,
  expectedClose: m.sidebar_close_date,
  need: m.sidebar_need,
  companyId: m.words_company,
  contactIds: m.words_people,
  ownerId: m.words_owner,
};

/** What a field that a stage can ask for is called. */
export function requirementText(field: string, ownFields: readonly OwnField[]): string {
  const key = ownKeyOf(field);
  if (key !== null) return ownFields.find((own) => own.key === key)?.label ?? key;
  return Object.hasOwn(words, field) ? words[field as Requirable]() : field;
}
