import { civilDay, daysBetween, partsOf, weekdayOf } from '../../kit/civil.ts';
import type { Day } from '../rows.ts';

export type WrongWeekday = {
  /** As it stands there: "Tuesday 25 November". */
  said: string;
  day: Day;
};

const tags = ['en', 'de', 'fr', 'es'];
/** A word without its dot and accents as they are: `Nov.` is `nov`. */
const plain = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** Names of weekdays (0 is Monday) and months (1 is January), as the platform writes them. */
type Names = { days: Map<string, number>; months: Map<string, number>; pattern: RegExp[] };
let names: Names | null = null;

function known(): Names {
  if (names) return names;
  const days = new Map<string, number>([
    ['tues', 1],
    ['thur', 3],
    ['thurs', 3],
  ]);
  const months = new Map<string, number>([['sept', 9]]);
  for (const tag of tags)
    for (const width of ['long', 'short'] as const) {
      const weekday = new Intl.DateTimeFormat(tag, { weekday: width, timeZone: 'UTC' });
      const month = new Intl.DateTimeFormat(tag, { month: width, timeZone: 'UTC' });
      // The first of January 2024 was a Monday.
      for (let at = 0; at < 7; at++) days.set(plain(weekday.format(Date.UTC(2024, 0, 1 + at))), at);
      for (let at = 0; at < 12; at++) months.set(plain(month.format(Date.UTC(2024, at, 1))), at + 1);
    }
  const any = (of: Map<string, number>) => [...of.keys()].sort((a, b) => b.length - a.length).join('|');
  const weekday = `(?<!\\p{L})(?<weekday>${any(days)})\\.?,?`;
  const month = `(?<month>${any(months)})(?!\\p{L})\\.?`;
  const year = '(?:,?\\s(?:de\\s)?(?<year>20\\d\\d))?(?!\\d)';
  names = {
    days,
    months,
    pattern: [
      new RegExp(
        `${weekday}\\s(?:the\\s|den\\s|le\\s|el\\s)?(?<date>\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s(?:of\\s|de\\s)?${month}${year}`,
        'giu',
      ),
      new RegExp(`${weekday}\\s${month}\\s(?<date>\\d{1,2})(?:st|nd|rd|th)?${year}`, 'giu'),
      /(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月(?<date>\d{1,2})[日号號]\s?[（(]?(?:周|週|星期|礼拜|禮拜)(?<han>[一二三四五六日天])/gu,
      /(?:周|週|星期|礼拜|禮拜)(?<han>[一二三四五六日天])\s?[，,（(]?(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月(?<date>\d{1,2})[日号號]/gu,
    ],
  };
  return names;
}

const read = 20_000;

/** Of a day farther off nobody can tell which year was meant. */
const farDays = 120;

/** The day that is meant; of a date without a year the nearest one, and null where another year's fits the weekday. */
function meant(
  year: number | null,
  month: number,
  date: number,
  { today, weekday }: { today: Day; weekday: number },
): Day | null {
  const years = year === null ? [-1, 0, 1].map((more) => partsOf(today).year + more) : [year];
  const days = years
    .map((each) => ({ day: civilDay({ year: each, month, date }), of: each }))
    // A date that its month has not goes on into the next.
    .filter(({ day, of }) => partsOf(day).month === month && partsOf(day).year === of)
    .map(({ day }) => day);
  const far = (day: Day) => Math.abs(daysBetween(today, day));
  const [nearest = null] = days.sort((a, b) => far(a) - far(b));
  if (
    nearest === null ||
    (year === null && far(nearest) > farDays && days.some((day) => weekdayOf(day) === weekday))
  )
    return null;
  return nearest;
}

/** Dates whose weekday is another one: each is a meeting that one of two will miss. */
export function wrongWeekdays(written: string, today: Day): WrongWeekday[] {
  const { days, months, pattern } = known();
  const text = written.slice(0, read);
  const found: WrongWeekday[] = [];
  for (const each of pattern)
    for (const match of text.matchAll(each)) {
      const { weekday, han, month = '', date = '', year } = match.groups ?? {};
      const weekdaySaid = han ? Math.min('一二三四五六日天'.indexOf(han), 6) : days.get(plain(weekday ?? ''));
      if (weekdaySaid === undefined) continue;
      const which = months.get(plain(month)) ?? Number(month);
      const day = meant(year ? Number(year) : null, which, Number(date), { today, weekday: weekdaySaid });
      if (day !== null && weekdayOf(day) !== weekdaySaid) found.push({ said: match[0].trim(), day });
    }
  return found;
}
