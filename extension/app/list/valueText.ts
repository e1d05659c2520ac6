import { type Field, ownPrefix } from '../../../shared/domain/view/fields.ts';
import { type Money, moneyOf } from '../../../shared/domain/view/money.ts';
import { countsDays } from '../../../shared/domain/view/operators.ts';
import type { ListNoun, Rule } from '../../../shared/domain/view/query.ts';
import type { FieldValue } from '../../../shared/domain/view/rule.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isLifeCycle, lifeCycleText } from '../../sidebar/person/lifeCycleText.ts';
import { isPartyRole, roleText } from '../../sidebar/role/roleText.ts';
import { dayText } from '../../ui/day.ts';
import { moneyText } from '../../ui/money.ts';
import { relativeTime } from '../../ui/relativeTime.ts';
import { fieldLabel, operatorText } from './fieldLabel.ts';

/** In which language, and from when on, something is told. */
export type Telling = { locale: string; today: string; now: number };

/** An open task that nobody gave a day stands behind all days. */
const someDay = '9999-12-31';

const sources: Record<string, () => string> = {
  gmail: m.list_source_gmail,
  page: m.list_source_page,
  import: m.list_source_import,
  manual: m.list_source_manual,
  sample: m.list_source_sample,
};
const states: Record<string, () => string> = { open: m.record_open, won: m.words_won, lost: m.words_lost };
const keyKinds: Record<string, () => string> = {
  email: m.words_email,
  phone: m.words_phone,
  domain: m.words_domain,
  profile: m.words_profile,
  external: m.words_external,
};

/** A word of a closed set as people read it; what stands in own fields is theirs already. */
export function choiceText(field: string, value: string): string {
  if (field.startsWith(ownPrefix)) return value;
  if (field === 'lifeCycle' && isLifeCycle(value)) return lifeCycleText(value);
  if (field === 'role' && isPartyRole(value)) return roleText(value);
  const known = field === 'source' ? sources : field === 'state' ? states : field === 'keys' ? keyKinds : {};
  return known[value]?.() ?? value;
}

const yesNo = (value: unknown): string => (value === 1 ? m.list_yes() : m.list_no());
const isMoney = (value: FieldValue): value is readonly Money[] =>
  Array.isArray(value) && typeof value[0] === 'object';

/** A cell as a text; empty where the row says nothing. */
export function valueText(field: Field, value: FieldValue, { locale, today, now }: Telling): string {
  if (value === null) return '';
  if (isMoney(value))
    return value.map(({ minor, currency }) => moneyText(minor, currency, locale)).join(', ');
  if (Array.isArray(value))
    return (value as readonly string[])
      .map((each) => (field.kind === 'choices' ? choiceText(field.name, each) : each))
      .join(', ');
  if (typeof value === 'object') return 'text' in value ? value.text : '';
  if (field.kind === 'yes-no') return yesNo(value);
  if (field.kind === 'instant') return relativeTime(Number(value), now, locale);
  if (field.kind === 'day')
    return value === someDay ? m.list_no_day() : dayText(String(value), today, locale);
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  return field.kind === 'choice' ? choiceText(field.name, value) : value;
}

/** What a rule compares with. `nameOf`: of a person or a linked row, as far as it is known. */
export function ruleValueText(
  field: Field | undefined,
  rule: Rule,
  value: string | number,
  { locale, today }: Telling,
  nameOf: (id: string) => string | null,
): string {
  if (countsDays(rule.op)) return m.list_days({ count: Number(value), shown: String(value) });
  if (value === 'me' && field?.kind === 'person') return m.list_is_me();
  if (value === 'today') return m.list_today();
  if (field?.kind === 'person' || field?.kind === 'link') return nameOf(String(value)) ?? String(value);
  if (field?.kind === 'yes-no') return yesNo(value);
  if (field?.kind === 'money') {
    const money = moneyOf(value);
    return money ? moneyText(money.minor, money.currency, locale) : String(value);
  }
  if (field?.kind === 'day' || field?.kind === 'instant') return dayText(String(value), today, locale);
  return field?.kind === 'choice' || field?.kind === 'choices'
    ? choiceText(field.name, String(value))
    : String(value);
}

/** "Owner is me", "Last contact not in the last 30 days". */
export function ruleText(
  rule: Rule,
  field: Field | undefined,
  noun: ListNoun,
  telling: Telling,
  nameOf: (id: string) => string | null,
): string {
  const values = rule.values.map((value) => ruleValueText(field, rule, value, telling, nameOf));
  const or = ` ${m.list_or()} `;
  return [fieldLabel(rule.field, field, noun), operatorText(rule.op), values.join(or)]
    .filter(Boolean)
    .join(' ');
}
