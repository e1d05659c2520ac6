import { addDays, civilDay, isDay, partsOf, weekdayOf, weekOf } from '../../../kit/civil.ts';
import type { Day } from '../../rows.ts';
import type { Repeat } from '../repeat.ts';

/** In minutes since midnight: what "tomorrow morning" is taken for. */
export const partsOfDay = { morning: 540, noon: 720, afternoon: 840, evening: 1080, night: 1200 } as const;
export type PartOfDay = keyof typeof partsOfDay;

/** When it is said. */
export type Ref = {
  today: Day;
  now: number;
  zone: string /** Whom "your time" means. */;
  readerZone?: string | undefined;
};

/** What one phrase tells. */
export type Piece = {
  day?: Day;
  part?: PartOfDay;
  /** Since midnight; 1440 is the midnight after. */
  minutes?: number;
  /** An hour that may be meant of either half of the day. */
  halfOpen?: boolean;
  /** Counts only beside a day: "three points" is no time. */
  weak?: boolean;
  zone?: string;
  repeat?: Repeat;
  /** In two hours. */
  at?: number;
};

export type Match = RegExpExecArray & { groups: Record<string, string | undefined> };
/** One way to say something; null where it turns out not to be said. */
export type Rule = { pattern: RegExp; read: (match: Match, ref: Ref) => Piece | null };
/** Read one after the other; what is read is not read again. */
export type Language = { repeat: Rule[]; span: Rule[]; day: Rule[]; time: Rule[]; zone: Rule[] };

/** The next such weekday after today, Monday being 0. */
export const weekdayAfter = (today: Day, weekday: number): Day =>
  addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
/** That of this week, or of so many weeks on, which begin on Monday. */
export const weekdayIn = (today: Day, weekday: number, weeks: number): Day =>
  addDays(weekOf(today), weeks * 7 + weekday);
/** Saturday, or the Sunday that it is. */
export const weekend = (today: Day): Day => (weekdayOf(today) === 6 ? today : weekdayIn(today, 5, 0));

/** So many working days on: Monday to Friday; the holidays of a place are not known. */
export function workdaysAfter(today: Day, days: number): Day {
  let day = today;
  for (let left = Math.min(days, 260); left > 0; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) < 5) left--;
  }
  return day;
}

/** The next day of that date: of this year or the next. Null for the 31st of February. */
export function dateOf(today: Day, month: number, date: number, year?: number): Day | null {
  const of = (each: number): Day | null => {
    const day = civilDay({ year: each, month, date });
    return isDay(day) && partsOf(day).month === month && partsOf(day).date === date ? day : null;
  };
  if (year !== undefined) return of(year);
  const now = partsOf(today).year;
  const day = of(now);
  return day !== null && day >= today ? day : of(now + 1);
}

/** The next such date after today, of a month that has it. */
export function dateInMonth(today: Day, date: number, months = 0): Day | null {
  const { year, month } = partsOf(today);
  for (let step = months; step < months + 3; step++) {
    const first = partsOf(civilDay({ year, month: month + step, date: 1 }));
    const day = dateOf('0001-01-01', first.month, date, first.year);
    if (day !== null && day > today) return day;
  }
  return null;
}

export const onDay = (day: Day | null, more: Piece = {}): Piece | null =>
  day === null ? null : { ...more, day };

/** First day of a month so many on; of a quarter or year with `of` 3 or 12. */
export function firstOf(today: Day, on: number, of: 1 | 3 | 12 = 1): Day {
  const { year, month } = partsOf(today);
  const begins = month - ((month - 1) % of);
  return civilDay({ year, month: begins + on * of, date: 1 });
}
export const lastOf = (today: Day, on: number, of: 1 | 3 | 12 = 1): Day =>
  addDays(firstOf(today, on + 1, of), -1);

/** 3 in the afternoon; null for an hour that no clock shows. An hour by itself is one of a working day. */
export function clock(hour: number, minute: number, part: PartOfDay | undefined): number | null {
  if (hour > 24 || minute > 59) return null;
  if (part === 'morning') return (hour === 12 ? 0 : hour) * 60 + minute;
  if (part === 'noon') return (hour < 10 ? hour + 12 : hour) * 60 + minute;
  // Twelve at night is the midnight after.
  if (part === 'night' && hour === 12) return 1440 + minute;
  if (part !== undefined && hour < 12) return (hour + 12) * 60 + minute;
  return hour * 60 + minute;
}
