import { keepFormat } from './keepFormat.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const ago = keepFormat(
  (locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }),
);
const inFull = keepFormat(
  (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
);
const clock = keepFormat((locale: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));

/** "5 min. ago", "2 hr. ago", "12 days ago", then months and years; short, in the reader's language. */
export function relativeTime(at: number, now: number, locale: string): string {
  const format = ago(locale);
  const past = now - at;
  const size = Math.abs(past);
  const sign = past >= 0 ? -1 : 1;
  if (size < minute) return format.format(0, 'second');
  if (size < hour) return format.format(sign * Math.floor(size / minute), 'minute');
  if (size < day) return format.format(sign * Math.floor(size / hour), 'hour');
  if (size < 60 * day) return format.format(sign * Math.floor(size / day), 'day');
  if (size < 365 * day) return format.format(sign * Math.floor(size / (30 * day)), 'month');
  return format.format(sign * Math.floor(size / (365 * day)), 'year');
}

/** The instant in full, for titles. */
export const absoluteTime = (at: number, locale: string): string => inFull(locale).format(at);

/** The clock time alone. */
export const clockTime = (at: number, locale: string): string => clock(locale).format(at);
