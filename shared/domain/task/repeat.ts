import {
  addDays,
  addMonths,
  civilDay,
  daysBetween,
  daysInMonth,
  instantOf,
  isDay,
  isZone,
  partsOf,
  weekdayOf,
  weekOf,
} from '../../kit/civil.ts';
import type { Day, Task } from '../rows.ts';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** Monday is 0, Sunday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * What we take of RFC 5545 (3.3.10). One thing is more than it says: a month without the 31st has its last day instead
 * (SKIP=BACKWARD of RFC 7529), because nobody means that the rent is not due in February.
 */
export type Repeat = {
  frequency: Frequency;
  interval: number;
  /** Of WEEKLY: its days. */
  weekdays: Weekday[];
  /** Of MONTHLY: the second Tuesday, the last (-1) Friday. */
  nth: { nth: number; weekday: Weekday } | null;
  /** Of MONTHLY and YEARLY; -1 is the month's last day. */
  monthDay: number | null;
  /** Of YEARLY. */
  month: number | null;
  /** The time of the series since midnight (BYHOUR, BYMINUTE); null: whole days. One that was put off keeps it. */
  minutes: number | null;
};

export const once = (frequency: Frequency): Repeat => ({
  frequency,
  interval: 1,
  weekdays: [],
  nth: null,
  monthDay: null,
  month: null,
  minutes: null,
});

/** Null for what is no rule, or one that asks for more than we know. */
export function readRepeat(rule: string): Repeat | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  if (parts.size !== rule.split(';').length) return null;
  const take = (name: string): string | null => {
    const value = parts.get(name) ?? null;
    parts.delete(name);
    return value;
  };
  const frequency = frequencies.find((each) => each === parts.get('FREQ'));
  parts.delete('FREQ');
  const interval = wholeOf(take('INTERVAL') ?? '1', 1, 999);
  const byDay = take('BYDAY');
  const byMonthDay = take('BYMONTHDAY');
  const byMonth = take('BYMONTH');
  const byHour = take('BYHOUR');
  const byMinute = take('BYMINUTE');
  const weekStart = take('WKST') ?? 'MO';
  if (!frequency || interval === null || weekStart !== 'MO' || parts.size > 0) return null;
  const repeat = { ...once(frequency), interval };
  if (byMonthDay !== null) {
    repeat.monthDay = byMonthDay === '-1' ? -1 : wholeOf(byMonthDay, 1, 31);
    if (repeat.monthDay === null || byDay !== null) return null;
    if (frequency !== 'MONTHLY' && !(frequency === 'YEARLY' && byMonth !== null)) return null;
  }
  if (byMonth !== null) {
    repeat.month = wholeOf(byMonth, 1, 12);
    if (repeat.month === null || repeat.monthDay === null || frequency !== 'YEARLY') return null;
  }
  if (byHour !== null || byMinute !== null) {
    const [hour, minute] = [wholeOf(byHour ?? '', 0, 23), wholeOf(byMinute ?? '0', 0, 59)];
    if (hour === null || minute === null) return null;
    repeat.minutes = hour * 60 + minute;
  }
  return byDay === null || withDays(repeat, byDay) ? repeat : null;
}

function withDays(repeat: Repeat, byDay: string): boolean {
  if (repeat.frequency === 'MONTHLY') {
    const [, nth = '', name = ''] = /^(-?[1-5])([A-Z]{2})$/.exec(byDay) ?? [];
    const weekday = weekdays.indexOf(name);
    if (weekday < 0 || Number(nth) < -1) return false;
    repeat.nth = { nth: Number(nth), weekday: weekday as Weekday };
    return true;
  }
  const days = new Set(byDay.split(',').map((name) => weekdays.indexOf(name)));
  repeat.weekdays = [...days].sort((a, b) => a - b) as Weekday[];
  return repeat.frequency === 'WEEKLY' && !days.has(-1);
}

function wholeOf(text: string, least: number, most: number): number | null {
  const n = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return n >= least && n <= most ? n : null;
}

export function writeRepeat(repeat: Repeat): string {
  const { frequency, interval, nth, monthDay, month, minutes } = repeat;
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(repeat.weekdays.length > 0 ? [`BYDAY=${repeat.weekdays.map((day) => weekdays[day]).join(',')}`] : []),
    ...(nth ? [`BYDAY=${nth.nth}${weekdays[nth.weekday]}`] : []),
    ...(month !== null ? [`BYMONTH=${month}`] : []),
    ...(monthDay !== null ? [`BYMONTHDAY=${monthDay}`] : []),
    ...(minutes !== null ? [`BYHOUR=${Math.floor(minutes / 60)}`, `BYMINUTE=${minutes % 60}`] : []),
  ].join(';');
}

/** The rule for "every week", said of a day: it names the weekday or date, so that putting off one task moves no other. */
export function anchored(frequency: Frequency, day: Day): Repeat {
  const { month, date } = partsOf(day);
  const repeat = once(frequency);
  if (frequency === 'WEEKLY') repeat.weekdays = [weekdayOf(day) as Weekday];
  if (frequency === 'MONTHLY' || frequency === 'YEARLY') repeat.monthDay = date;
  if (frequency === 'YEARLY') repeat.month = month;
  return repeat;
}

/** The same rule at another time of day, or of whole days. */
export function atTime(rule: string, minutes: number | null): string {
  const repeat = readRepeat(rule);
  return repeat ? writeRepeat({ ...repeat, minutes }) : rule;
}

/** More months than these without a fifth Monday there are not. */
const mostSteps = 240;

/** The first day after `after` in the series that `from` stands in; null past the year 9999. */
export function nextDay(repeat: Repeat, from: Day, after: Day): Day | null {
  const { interval } = repeat;
  const day = (() => {
    switch (repeat.frequency) {
      case 'DAILY':
        return addDays(from, interval * stepsPast(daysBetween(from, after), interval));
      case 'WEEKLY':
        return nextOfWeeks(repeat, from, after);
      case 'MONTHLY':
        return nextOfMonths(repeat, from, after, interval);
      case 'YEARLY':
        return nextOfMonths(repeat, from, after, interval * 12);
    }
  })();
  return day !== null && isDay(day) ? day : null;
}

/** How many steps lead past so many units. */
const stepsPast = (units: number, step: number): number => Math.max(0, Math.floor(units / step) + 1);

function nextOfWeeks(repeat: Repeat, from: Day, after: Day): Day | null {
  const days = repeat.weekdays.length > 0 ? repeat.weekdays : [weekdayOf(from)];
  const first = Math.max(0, Math.floor(daysBetween(weekOf(from), weekOf(after)) / 7 / repeat.interval));
  for (const step of [first, first + 1])
    for (const weekday of days) {
      const day = addDays(weekOf(from), step * repeat.interval * 7 + weekday);
      if (day > after && day >= from) return day;
    }
  return null;
}

function nextOfMonths(repeat: Repeat, from: Day, after: Day, months: number): Day | null {
  const start = partsOf(from);
  const end = partsOf(after);
  const first = civilDay({ year: start.year, month: repeat.month ?? start.month, date: 1 });
  const apart = (end.year - partsOf(first).year) * 12 + end.month - partsOf(first).month;
  const skip = Math.max(0, Math.floor(apart / months));
  for (let step = skip; step <= skip + mostSteps; step++) {
    const month = addMonths(first, step * months);
    if (!isDay(month)) return null;
    const day = dayInMonth(repeat, start.date, month);
    if (day !== null && day > after && day >= from) return day;
  }
  return null;
}

/** @param first the month's first day */
function dayInMonth({ nth, monthDay }: Repeat, date: number, first: Day): Day | null {
  const { year, month } = partsOf(first);
  const length = daysInMonth(year, month);
  if (!nth) {
    const wanted = monthDay ?? date;
    return civilDay({ year, month, date: wanted === -1 ? length : Math.min(wanted, length) });
  }
  const ahead = (nth.weekday - weekdayOf(first) + 7) % 7;
  if (nth.nth > 0) {
    const found = 1 + ahead + (nth.nth - 1) * 7;
    return found <= length ? civilDay({ year, month, date: found }) : null;
  }
  const last = 1 + ahead + 28;
  return civilDay({ year, month, date: last <= length ? last : last - 7 });
}

/**
 * When a task falls due that follows a completed one: the first day of its series that is neither past nor the one just
 * done, at the same time by the clocks of the zone in which it was agreed.
 * @param today the civil day of whoever completes it
 */
export function following(
  { dueDay, zone, repeat }: Pick<Task, 'dueDay' | 'zone' | 'repeat'>,
  today: Day,
  ownZone: string,
): { dueDay: Day; dueAt: number | null } | null {
  const rule = repeat === null ? null : readRepeat(repeat);
  if (!rule) return null;
  const from = dueDay !== null && isDay(dueDay) ? dueDay : today;
  const day = nextDay(rule, from, from >= today ? from : addDays(today, -1));
  if (day === null) return null;
  if (rule.minutes === null) return { dueDay: day, dueAt: null };
  // A zone that this engine does not know yet leaves the clock on the wall.
  const clocks = zone !== null && isZone(zone) ? zone : ownZone;
  return { dueDay: day, dueAt: instantOf(day, rule.minutes, clocks) };
}
