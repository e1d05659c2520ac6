import { type Repeat, readRepeat } from '../../../shared/domain/task/repeat.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { civilDay } from '../../../shared/kit/civil.ts';
import { keepFormat } from '../../ui/keepFormat.ts';

const nths: Record<number, () => string> = {
  [-1]: m.task_nth_last,
  1: m.task_nth_1,
  2: m.task_nth_2,
  3: m.task_nth_3,
  4: m.task_nth_4,
  5: m.task_nth_5,
};

const weekdayFormat = keepFormat(
  (locale: string, width: 'long' | 'narrow') =>
    new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }),
);
const dateFormat = keepFormat(
  (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
/** 5 January 1970 was a Monday. */
const weekdayName = (weekday: number, locale: string, width: 'long' | 'narrow'): string =>
  weekdayFormat(locale, width).format((4 + weekday) * 86_400_000);

/** "every week on Tuesday", 每周二. */
export function repeatText(rule: string, locale: string): string {
  const repeat = readRepeat(rule);
  if (!repeat) return m.task_repeat_unknown();
  const { frequency, interval: count } = repeat;
  if (frequency === 'DAILY') return count === 1 ? m.task_repeat_day() : m.task_repeat_days({ count });
  if (frequency === 'WEEKLY') return weekly(repeat, locale);
  if (frequency === 'YEARLY') {
    const day = dateText(repeat, locale);
    return count === 1 ? m.task_repeat_year({ day }) : m.task_repeat_years({ count, day });
  }
  return monthly(repeat, locale);
}

function weekly({ weekdays, interval: count }: Repeat, locale: string): string {
  if (count === 1 && weekdays.join() === '0,1,2,3,4') return m.task_repeat_weekdays();
  // 每周一、三: there the word for the week stands before.
  const width = locale.startsWith('zh') ? 'narrow' : 'long';
  const names = weekdays.map((day) => weekdayName(day, locale, width));
  const days = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return count === 1 ? m.task_repeat_week({ days }) : m.task_repeat_weeks({ count, days });
}

function monthly({ nth, monthDay, interval: count }: Repeat, locale: string): string {
  if (nth) {
    const said = { nth: nths[nth.nth]?.() ?? '', day: weekdayName(nth.weekday, locale, 'long') };
    return count === 1 ? m.task_repeat_month_nth(said) : m.task_repeat_months_nth({ count, ...said });
  }
  if (monthDay === -1) return count === 1 ? m.task_repeat_month_last() : m.task_repeat_months_last({ count });
  const day = monthDay ?? '';
  return count === 1 ? m.task_repeat_month({ day }) : m.task_repeat_months({ count, day });
}

/** In a leap year, so that the 29th of February is one. */
function dateText({ month, monthDay }: Repeat, locale: string): string {
  const day = civilDay({ year: 2028, month: month ?? 1, date: monthDay ?? 1 });
  return dateFormat(locale).format(Date.parse(`${day}T00:00:00Z`));
}
