import { keepFormat } from './keepFormat.ts';

const awayFormat = keepFormat((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const nearness = {
  week: { weekday: 'short' },
  year: { day: 'numeric', month: 'short' },
  far: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { dateStyle: 'full' },
} as const;
const dayFormat = keepFormat(
  (locale: string, near: keyof typeof nearness) =>
    new Intl.DateTimeFormat(locale, { ...nearness[near], timeZone: 'UTC' }),
);

const pad = (n: number) => String(n).padStart(2, '0');

/** The civil day, `YYYY-MM-DD`, that an instant falls on where the reader is. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one civil day to another; free of clock changes, since both are read as UTC. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to) - utc(from)) / 86_400_000);

export function addDays(day: string, days: number): string {
  return new Date(utc(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "today", "tomorrow", "Fri", "30 Nov", "30 Nov 2027", as short as can be told apart. */
export function dayText(day: string, today: string, locale: string): string {
  const away = daysBetween(today, day);
  if (Number.isNaN(away)) return day;
  if (Math.abs(away) <= 1) {
    return awayFormat(locale).format(away, 'day');
  }
  const near = away > 1 && away < 7 ? 'week' : day.slice(0, 4) === today.slice(0, 4) ? 'year' : 'far';
  return dayFormat(locale, near).format(utc(day));
}

export const dayInFull = (day: string, locale: string): string =>
  Number.isNaN(utc(day)) ? day : dayFormat(locale, 'full').format(utc(day));
