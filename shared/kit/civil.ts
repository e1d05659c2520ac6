/** Civil days as `YYYY-MM-DD`, and what the clocks of a zone show. It has no clock of its own. */

const dayMs = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const text = (at: number): string => new Date(at).toISOString().slice(0, 10);

export type Parts = { year: number; month: number; date: number };
/** `month` from 1 to 12. */
export const partsOf = (day: string): Parts => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
};

/** A month or date past its end goes on into the next. */
export function civilDay({ year, month, date }: Parts): string {
  const made = new Date(0);
  // Unlike Date.UTC it does not take the year 50 for 1950.
  made.setUTCFullYear(year, month - 1, date);
  return text(made.getTime());
}

export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(utc(day)) && text(utc(day)) === day;

export const addDays = (day: string, days: number): string => text(utc(day) + days * dayMs);

/** Whole days from one to another. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / dayMs);

export const daysInMonth = (year: number, month: number): number =>
  partsOf(civilDay({ year, month: month + 1, date: 0 })).date;

/** So many months on, on the same date, or on the month's last where it has no such date. */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = partsOf(day);
  const first = partsOf(civilDay({ year, month: month + months, date: 1 }));
  return civilDay({ ...first, date: Math.min(date, daysInMonth(first.year, first.month)) });
}

/** 0 is Monday: weeks begin there, as ISO 8601 and RFC 5545 have it. */
export const weekdayOf = (day: string): number => (new Date(utc(day)).getUTCDay() + 6) % 7;

/** Monday of the week that a day is in. */
export const weekOf = (day: string): string => addDays(day, -weekdayOf(day));

/** Making one is the dear part. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

/** What the clocks of a zone show at an instant; `minutes` since midnight. */
export function wallOf(at: number, zone: string): { day: string; minutes: number } {
  const wall = new Date(wallMs(at, zone));
  return { day: text(wall.getTime()), minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/** The wall clock read as if it were UTC's. */
function wallMs(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * When the clocks of a zone show a time: where they show it twice the first, where they skip it as much later as they
 * skip, as RFC 5545 (3.3.5) reads a local time.
 */
export function instantOf(day: string, minutes: number, zone: string): number {
  const wall = utc(day) + minutes * 60_000;
  const offset = (at: number): number => wallMs(at, zone) - Math.floor(at / 1000) * 1000;
  const before = offset(wall - dayMs);
  const after = offset(wall + dayMs);
  for (const each of before === after ? [before] : [before, after])
    if (wallMs(wall - each, zone) === wall) return wall - each;
  return wall - before;
}
