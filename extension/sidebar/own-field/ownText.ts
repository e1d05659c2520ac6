import type { OwnFieldKind, OwnValue } from '../../../shared/domain/rows.ts';
import { moneyOf } from '../../../shared/domain/view/money.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Named } from '../../messages/state.ts';
import { dayText } from '../../ui/day.ts';
import { moneyText } from '../../ui/money.ts';

/**
 * A value of an own field as people read it. One that is not of the field's kind (it was of another one before, or came
 * from elsewhere) is shown as it is kept.
 */
export function ownText(
  kind: OwnFieldKind | null,
  value: OwnValue,
  { locale, today, named = {} }: { locale: string; today: string; named?: Named },
): string {
  if (value === null) return '';
  if (kind === 'yes-no' && (value === 1 || value === 0)) return value === 1 ? m.record_yes() : m.record_no();
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value, today, locale);
  if (kind === 'person') return named[value]?.name ?? m.record_unknown_person();
  const money = kind === 'money' ? moneyOf(value) : null;
  return money ? moneyText(money.minor, money.currency, locale) : value;
}
