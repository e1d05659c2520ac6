import { addDays, addMonths, civilDay, partsOf } from '../../../kit/civil.ts';
import type { Day } from '../../rows.ts';
import { once, type Repeat, type Weekday } from '../repeat.ts';
import {
  clock,
  dateInMonth,
  dateOf,
  firstOf,
  type Language,
  lastOf,
  onDay,
  type PartOfDay,
  type Piece,
  weekdayAfter,
  weekdayIn,
  weekend,
  workdaysAfter,
} from './rule.ts';
import { abbreviations, cities, dateOrder, sharedAbbreviation, sharedAbbreviations } from './zones.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?(?![\\w'’])";
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const number = `(?:\\d{1,3}|(?:a\\s+)?couple(?:\\s+of)?|a\\s+few|an?|${words.join('|')})`;
const nths = ['first', 'second', 'third', 'fourth', 'last'];
const nth = `(?:${nths.join('|')}|1st|2nd|3rd|4th)`;
const lead = '(?:\\b(?:on|by|due|from|until|till|before|for|at)\\s+)?';
const part = '(?:,?\\s+(?:in\\s+the\\s+)?(?<part>morning|afternoon|arvo|evening|night)\\b)?';
/** Behind a word that is also something else: nothing, a time, or the end of the sentence. */
const ends = '(?=$|\\s*[,;.!?)\\u0001]|\\s+(?:at\\b|@|\\d|morning|afternoon|evening|night|noon))';

const re = (source: string): RegExp => new RegExp(source, 'giu');
const count = (text = ''): number => {
  const word = words.indexOf(text.toLowerCase());
  if (/couple/i.test(text)) return 2;
  if (/few/i.test(text)) return 3;
  return word >= 0 ? word + 1 : /^an?$/i.test(text) ? 1 : Number(text);
};
const weekdayOf = (text = ''): Weekday => weekdays.indexOf(text.slice(0, 3).toLowerCase()) as Weekday;
const partOf = (text: string | undefined): { part?: PartOfDay } =>
  text ? { part: text.toLowerCase().replace('arvo', 'afternoon') as PartOfDay } : {};
const monthOf = (text = ''): number => months.indexOf(text.slice(0, 3).toLowerCase()) + 1;

const units: Record<string, Pick<Repeat, 'frequency' | 'interval'>> = {
  da: { frequency: 'DAILY', interval: 1 },
  we: { frequency: 'WEEKLY', interval: 1 },
  mo: { frequency: 'MONTHLY', interval: 1 },
  qu: { frequency: 'MONTHLY', interval: 3 },
  ye: { frequency: 'YEARLY', interval: 1 },
  an: { frequency: 'YEARLY', interval: 1 },
};
const every = (unit = '', times = 1): Repeat => {
  const { frequency, interval } = units[unit.slice(0, 2).toLowerCase()] ?? {
    frequency: 'DAILY',
    interval: 1,
  };
  return { ...once(frequency), interval: interval * times };
};
const weekly = (days: Weekday[], interval = 1): Repeat => ({
  ...once('WEEKLY'),
  interval,
  weekdays: [...new Set(days)].sort((a, b) => a - b),
});
const ofMonth = { week: null, month: 1, quarter: 3, year: 12 } as const;
type Unit = keyof typeof ofMonth;
const shortUnits: Record<string, Unit> = { w: 'week', m: 'month', q: 'quarter', y: 'year' };
const unitOf = (text = 'month'): Unit => text.toLowerCase() as Unit;

function lastDay(today: string, unit: Unit, on: number): Piece {
  const months = ofMonth[unit];
  if (months !== null) return { day: lastOf(today, on, months) };
  const friday = weekdayIn(today, 4, on);
  return { day: friday < today ? today : friday };
}

/** 3/4 is April in one place and March in another: what is near is meant rather than what is far, else it goes by the place. */
function likelier(today: Day, zone: string, monthFirst: Day, dayFirst: Day): Day | null {
  const isNear = (day: Day): boolean => day <= addDays(today, 60);
  const isFar = (day: Day): boolean => day > addDays(today, 150);
  if (isNear(monthFirst) && isFar(dayFirst)) return monthFirst;
  if (isNear(dayFirst) && isFar(monthFirst)) return dayFirst;
  const order = dateOrder(zone);
  return order === null ? null : order === 'month' ? monthFirst : dayFirst;
}

function after(from: Day, times: number, unit = '', working?: string): Piece {
  const of = unit.charAt(0).toLowerCase();
  if (of === 'd') return { day: working ? workdaysAfter(from, times) : addDays(from, times) };
  if (of === 'w' || of === 'f') return { day: addDays(from, (of === 'f' ? 14 : 7) * times) };
  return { day: addMonths(from, times * (of === 'y' ? 12 : 1)) };
}
const baseOf = (today: Day, base = ''): Day =>
  /^to/i.test(base) ? addDays(today, /^tom/i.test(base) ? 1 : 0) : weekdayAfter(today, weekdayOf(base));

export const english: Language = {
  repeat: [
    {
      pattern: re(
        `\\bevery\\s+(?<nth>${nth})\\s+(?<day>${weekday})(?:\\s+(?:of|in)\\s+(?:the|each|every|a)\\s+month)?`,
      ),
      read: ({ groups: { nth = '', day } }) => {
        const at = nths.indexOf(nth.toLowerCase());
        const which = at === 4 ? -1 : at >= 0 ? at + 1 : Number(nth[0]);
        return { repeat: { ...once('MONTHLY'), nth: { nth: which, weekday: weekdayOf(day) } } };
      },
    },
    {
      pattern: re(
        `\\b(?:every|each)\\s+(?<other>other\\s+)?(?<days>${weekday}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)${weekday})*)`,
      ),
      read: ({ groups: { other, days = '' } }) => ({
        repeat: weekly(
          days
            .split(/\s*(?:,|&|\band\b)\s*/i)
            .filter(Boolean)
            .map(weekdayOf),
          other ? 2 : 1,
        ),
      }),
    },
    {
      pattern: re('\\b(?:every|each)\\s+(?:week|work(?:ing)?\\s*)day\\b|\\bon\\s+weekdays\\b'),
      read: () => ({ repeat: weekly([0, 1, 2, 3, 4]) }),
    },
    {
      pattern: re(
        `\\b(?:(?:every|each)\\s+month|monthly)\\s+on\\s+the\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?\\b|\\bevery\\s+(?<alone>\\d{1,2})(?:st|nd|rd|th)(?:\\s+of\\s+(?:the|each|every)\\s+month)?\\b`,
      ),
      read: ({ groups: { date, alone } }) => {
        const monthDay = Number(date ?? alone);
        return monthDay >= 1 && monthDay <= 31 ? { repeat: { ...once('MONTHLY'), monthDay } } : null;
      },
    },
    {
      pattern: re(
        `\\b(?:every|each)\\s+(?:(?<other>other|second)\\s+|(?<times>${number})\\s+)?(?<unit>day|week|month|quarter|year)s?\\b`,
      ),
      read: ({ groups: { other, times, unit } }) => {
        const n = other ? 2 : times ? count(times) : 1;
        return n >= 1 && n <= 99 ? { repeat: every(unit, n) } : null;
      },
    },
    {
      pattern: re(
        `\\b(?<unit>daily|weekly|monthly|quarterly|yearly|annually)\\b(?=$|\\s*[,;.!?]|\\s+(?:at|on|from)\\b)`,
      ),
      read: ({ groups: { unit } }) => ({ repeat: every(unit) }),
    },
  ],
  span: [
    {
      pattern: re(
        `\\b(?:(?:with)?in|(?<=\\bgive\\s+(?:me|us)\\s+))\\s*(?:the\\s+next\\s+)?(?:(?<half>half\\s+an?\\s+hour)|(?<n>${number})\\s*(?<unit>h|hrs?|hours?|m|mins?|minutes?))\\b`,
      ),
      read: ({ groups: { half, n, unit = '' } }, { now }) => {
        const minutes = half ? 30 : count(n) * (unit.toLowerCase().startsWith('h') ? 60 : 1);
        return { at: now + minutes * 60_000 };
      },
    },
  ],
  day: [
    {
      pattern: re(`${lead}\\b(?:the\\s+)?day\\s+after\\s+tomorrow\\b${part}`),
      read: ({ groups }, { today }) => ({ day: addDays(today, 2), ...partOf(groups.part) }),
    },
    {
      pattern: re(`${lead}\\b(?<day>today|tomorrow|tmrw?)\\b(?!['’])${part}`),
      read: ({ groups: { day = '', part } }, { today }) => ({
        day: addDays(today, /^to?m/i.test(day) ? 1 : 0),
        ...partOf(part),
      }),
    },
    { pattern: re(`\\btonight\\b(?!['’])`), read: (_, { today }) => ({ day: today, part: 'night' }) },
    {
      pattern: re('\\bthis\\s+(?<part>morning|afternoon|arvo|evening)\\b'),
      read: ({ groups }, { today }) => ({ day: today, ...partOf(groups.part) }),
    },
    {
      pattern: re(
        `\\b(?:with)?in\\s+(?:the\\s+next\\s+)?(?:${number}\\s*(?:-|–|to|or)\\s*)?(?<n>${number})\\s*(?<work>(?:business|working|work)\\s*)?(?<unit>days?|d|weeks?|w|months?|years?|fortnights?)\\b|\\b(?<n2>${number})\\s+(?<work2>(?:business|working|work)\\s*)?(?<unit2>days?|weeks?|months?|years?|fortnights?)\\s+from\\s+(?:now|today)\\b`,
      ),
      read: ({ groups: { n, n2, unit, unit2, work, work2 } }, { today }) =>
        after(today, count(n ?? n2), unit ?? unit2, work ?? work2),
    },
    {
      // A week today, two weeks from tomorrow, a fortnight on Monday.
      pattern: re(
        `${lead}\\b(?<n>${number})\\s+(?:(?<days>days?|months?)\\s+(?:from|after)|(?<unit>weeks?|fortnights?)(?:\\s+(?:from|on|after))?)\\s+(?<base>today|tomorrow|${weekday})(?!['’])`,
      ),
      read: ({ groups: { n, days, unit, base } }, { today }) =>
        after(baseOf(today, base), count(n), days ?? unit),
    },
    {
      // Monday week, tomorrow week.
      pattern: re(`${lead}\\b(?<base>today|tomorrow|${weekday})\\s+week\\b(?!['’])`),
      read: ({ groups: { base } }, { today }) => after(baseOf(today, base), 1, 'week'),
    },
    {
      // "COB tomorrow" is tomorrow.
      pattern: re(
        `${lead}(?:\\bthe\\s+)?\\b(?:eod|cob|eob|close\\s+of\\s+business|end\\s+of\\s+(?:the\\s+)?(?:business\\s+|working\\s+)?day)\\b(?!\\s+(?:on\\s+)?(?:tomorrow|tmrw?|${weekday}|next|\\d|${month}))`,
      ),
      read: (_, { today }) => ({ day: today }),
    },
    {
      pattern: re(
        `${lead}(?:\\bthe\\s+)?\\bend\\s+of\\s+(?:(?<next>next)\\s+|(?:the|this)\\s+)?(?<unit>week|month|quarter|year)\\b|${lead}\\beo(?<short>[wmqy])\\b`,
      ),
      read: ({ groups: { next, unit, short } }, { today }) =>
        lastDay(today, short ? (shortUnits[short.toLowerCase()] ?? 'month') : unitOf(unit), next ? 1 : 0),
    },
    {
      pattern: re(
        `${lead}(?:\\bthe\\s+)?\\b(?<when>end\\s+of|beginning\\s+of|start\\s+of|early\\s+in|early|mid(?:dle\\s+of)?|late\\s+in|late)[\\s-]+(?<month>${month})(?:\\s+(?<year>20\\d{2})\\b)?(?!\\s+\\d)`,
      ),
      read: ({ groups: { when = '', month, year } }, { today }) => {
        const of = monthOf(month);
        const date = /^mid/i.test(when) ? 15 : 1;
        const day = dateOf(today, of, date, year ? Number(year) : undefined);
        if (day === null || !/^(?:end|late)/i.test(when)) return onDay(day);
        // The first of this month is past, its last is not.
        const last = lastOf(day, partsOf(today).month === of && !year ? -12 : 0);
        return { day: last >= today ? last : lastOf(day, 0) };
      },
    },
    {
      pattern: re(
        `${lead}(?:\\bthe\\s+)?\\b(?:end\\s+of\\s+)?(?:q(?<q>[1-4])|(?<nth>first|second|third|fourth)\\s+quarter)\\b(?:\\s+(?<year>20\\d{2})\\b)?`,
      ),
      read: ({ groups: { q, nth = '', year }, 0: whole }, { today }) => {
        if (!/\b(?:by|before|end)\b/i.test(whole)) return null;
        const month = 3 * (q ? Number(q) : nths.indexOf(nth.toLowerCase()) + 1);
        const of = (each: number): Day => lastOf(civilDay({ year: each, month, date: 1 }), 0);
        const own = of(year ? Number(year) : partsOf(today).year);
        return { day: year || own >= today ? own : of(partsOf(today).year + 1) };
      },
    },
    {
      pattern: re(
        `${lead}(?:\\b(?:the|this)\\s+)?\\b(?<unit>month|quarter|year)(?:['’]s)?[\\s-]+end\\b${ends}`,
      ),
      read: ({ groups: { unit } }, { today }) => lastDay(today, unitOf(unit), 0),
    },
    {
      pattern: re(`${lead}\\bmid[\\s-]+(?<next>next[\\s-]+)?month\\b`),
      read: ({ groups: { next } }, { today }) => onDay(dateInMonth(today, 15, next ? 1 : 0)),
    },
    {
      pattern: re(
        `${lead}\\b(?:later\\s+|some\\s?time\\s+|earlier\\s+)?this\\s+(?<unit>week|month)\\b(?!['’])`,
      ),
      read: ({ groups: { unit }, 0: whole }, { today }) =>
        /earlier/i.test(whole) ? null : lastDay(today, unitOf(unit), 0),
    },
    {
      pattern: re(
        `\\b(?<how>by|before|after)\\s+(?<feast>christmas|xmas|new\\s+year(?:['’]?s)?(?:\\s+(?<eve>eve))?)\\b`,
      ),
      read: ({ groups: { how = '', feast = '', eve } }, { today }) => {
        const day = /mas$/i.test(feast)
          ? dateOf(today, 12, 25)
          : eve
            ? dateOf(today, 12, 31)
            : dateOf(today, 1, 1);
        return day === null
          ? null
          : { day: addDays(day, /before/i.test(how) ? -1 : /after/i.test(how) ? 1 : 0) };
      },
    },
    {
      pattern: re(
        `${lead}(?:\\b(?<when>mid|late|later)[\\s-]+)?\\bnext\\s+(?<unit>week|month|quarter|year)\\b(?!['’])|\\bthe\\s+(?<after>week)\\s+after\\s+next\\b`,
      ),
      read: ({ groups: { when, unit, after } }, { today }) => {
        if (after) return { day: weekdayIn(today, 0, 2) };
        const months = ofMonth[unitOf(unit)];
        if (months !== null) return { day: firstOf(today, 1, months) };
        return { day: weekdayIn(today, when === undefined ? 0 : /mid/i.test(when) ? 2 : 4, 1) };
      },
    },
    {
      pattern: re(`${lead}\\b(?:(?<next>next)|this|the)\\s+weekend\\b(?!['’])`),
      read: ({ groups: { next }, 0: whole }, { today }) => {
        const saturday = next ? weekdayIn(today, 5, 1) : weekend(today);
        return { day: /^before/i.test(whole) ? addDays(saturday, -1) : saturday };
      },
    },
    {
      pattern: re(
        `(?<!\\b(?:last|past|every|each|previous)\\s+)${lead}\\b(?<which>(?:(?:on|this|next|coming)\\s+)*)(?<day>${weekday})${part}`,
      ),
      read: ({ groups: { which = '', day = '', part }, index, input, 0: { length } }, { today }) => {
        const wanted = weekdayOf(day);
        // "sun cream", "sat down": the two that are words of their own.
        const bare = /^(?:sun|sat)$/i.test(day) && which === '' && !part;
        if (bare && !new RegExp(ends, 'iuy').test(input.slice(index + length))) return null;
        if (/next/i.test(which)) return { day: weekdayIn(today, wanted, 1), ...partOf(part) };
        const own = weekdayIn(today, wanted, 0);
        const near = /this/i.test(which) && own >= today ? own : weekdayAfter(today, wanted);
        return { day: near, ...partOf(part) };
      },
    },
    {
      pattern: re(
        `${lead}(?:\\b${weekday},?\\s+(?:the\\s+)?)?(?<![\\d.])\\b(?<date>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<month>${month})(?:,?\\s+(?<year>20\\d{2})\\b)?${part}`,
      ),
      read: ({ groups: { month, date, year, part } }, { today }) => {
        const day = dateOf(today, monthOf(month), Number(date), year ? Number(year) : undefined);
        return onDay(day, partOf(part));
      },
    },
    {
      pattern: re(
        `${lead}(?:\\b${weekday},?\\s+)?\\b(?<month>${month})\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])\\b(?:,?\\s+(?<year>20\\d{2})\\b)?${part}`,
      ),
      read: ({ groups: { month, date, year, part } }, { today }) => {
        const day = dateOf(today, monthOf(month), Number(date), year ? Number(year) : undefined);
        return onDay(day, partOf(part));
      },
    },
    {
      pattern: re(
        `${lead}(?<![\\d/.-])(?<year>20\\d{2})[-/](?<month>\\d{1,2})[-/](?<date>\\d{1,2})(?![\\d/-])`,
      ),
      read: ({ groups: { year, month, date } }, { today }) => {
        const day = dateOf(today, Number(month), Number(date), Number(year));
        return onDay(day);
      },
    },
    {
      pattern: re(
        `${lead}(?<![\\d/.])(?<a>\\d{1,2})/(?<b>\\d{1,2})(?:/(?<year>(?:20)?\\d{2}))?(?![\\d/]|\\s+of\\b)`,
      ),
      read: ({ groups: { a, b, year }, 0: whole, input }, { today, zone }) => {
        if (whole.endsWith('24/7')) return null;
        const of = year ? 2000 + (Number(year) % 100) : undefined;
        const monthFirst = dateOf(today, Number(a), Number(b), of);
        const dayFirst = dateOf(today, Number(b), Number(a), of);
        // Among Han it is the month first.
        if (!dayFirst || /\p{Script=Han}/u.test(input)) return onDay(monthFirst ?? dayFirst);
        return onDay(monthFirst ? likelier(today, zone, monthFirst, dayFirst) : dayFirst);
      },
    },
    {
      // 30.11. and 30.11.2026, which nobody writes the other way round.
      pattern: re(
        `${lead}(?<![\\d/.])(?<date>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?:(?<year>20\\d{2})(?!\\d)|(?!\\d))`,
      ),
      read: ({ groups: { date, month, year } }, { today }) =>
        onDay(dateOf(today, Number(month), Number(date), year ? Number(year) : undefined)),
    },
    {
      pattern: re(
        `(?:${lead}\\bthe\\s+|\\b(?:on|by|before|until)\\s+)(?<date>\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:floor|time|attempt|avenue|street|quarter|one|version|draft|call|meeting))${part}`,
      ),
      read: ({ groups: { date, part } }, { today }) => {
        const day = dateInMonth(today, Number(date));
        return onDay(day, partOf(part));
      },
    },
  ],
  time: [
    {
      pattern: re(
        '(?:\\b(?:at|@|from|by)\\s*)?(?<![\\d.:/])(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?(?:\\s*[-–]\\s*\\d{1,2}(?:[:.]\\d{2})?)?\\s*(?<half>[ap])\\.?m\\b\\.?(?:\\s*[-–]\\s*\\d{1,2}(?:[:.]\\d{2})?\\s*[ap]\\.?m\\b\\.?)?',
      ),
      read: ({ groups: { hour, minute = '0', half = '' } }) => {
        if (Number(hour) > 12 || Number(hour) === 0) return null;
        const minutes = clock(Number(hour), Number(minute), /a/i.test(half) ? 'morning' : 'afternoon');
        return minutes === null ? null : { minutes };
      },
    },
    {
      pattern: re(
        '(?:\\b(?:at|@|from|by)\\s*)?(?<![\\d.:/])(?<hour>\\d{1,2})[:h](?<minute>\\d{2})(?![\\d:])(?:\\s*[-–]\\s*\\d{1,2}:\\d{2}(?!\\d))?',
      ),
      read: ({ groups: { hour, minute } }) => {
        const minutes = Number(hour) > 23 ? null : clock(Number(hour), Number(minute), undefined);
        return minutes === null ? null : { minutes, halfOpen: Number(hour) < 12 };
      },
    },
    {
      pattern: re(
        `\\b(?<by>at|by)\\s+(?<hour>\\d{1,2})(?=$|\\s*[,;.!?\\u0001](?!\\d)|\\s+(?:on|in|with|for|about|and|o'clock)\\b)(?:\\s+o'clock\\b)?`,
      ),
      read: ({ groups: { by, hour } }) => {
        const given = Number(hour);
        if (given > 23) return null;
        const minutes = clock(given, 0, given >= 1 && given <= 6 ? 'afternoon' : undefined);
        // Done by five others is no time.
        const weak = by?.toLowerCase() === 'by';
        return minutes === null ? null : { minutes, halfOpen: given < 12, ...(weak && { weak }) };
      },
    },
    {
      pattern: re(
        `\\b(?:at\\s+|by\\s+)?(?:(?<half>half)(?:\\s+past)?|(?<quarter>quarter)\\s+(?<way>past|to))\\s+(?<hour>\\d{1,2}|${words.join('|')})\\b(?:\\s*(?<m>[ap])\\.?m\\b\\.?)?`,
      ),
      read: ({ groups: { half, way, hour, m } }) => {
        const given = count(hour);
        if (given < 1 || given > 12) return null;
        const part = m ? (/a/i.test(m) ? 'morning' : 'afternoon') : given <= 6 ? 'afternoon' : undefined;
        const at = clock(given, 0, part);
        if (at === null) return null;
        const minutes = at + (half ? 30 : way?.toLowerCase() === 'to' ? -15 : 15);
        return { minutes, weak: true, ...(!m && { halfOpen: given < 12 }) };
      },
    },
    {
      pattern: re(
        '(?:\\b(?:at|by|from)\\s+)?(?<!\\d)(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?:hrs?|hours)\\b',
      ),
      read: ({ groups: { hour, minute } }) => ({ minutes: Number(hour) * 60 + Number(minute) }),
    },
    {
      pattern: re(`\\b(?:at|by|before)\\s+(?<hour>\\d{1,2}|${words.join('|')})\\s*o['’]?clock\\b`),
      read: ({ groups: { hour } }) => {
        const given = count(hour);
        const minutes = clock(given, 0, given >= 1 && given <= 6 ? 'afternoon' : undefined);
        return minutes === null ? null : { minutes, halfOpen: given < 12 };
      },
    },
    {
      pattern: re('\\b(?:(?:at|by|before)\\s+)?(?:12\\s*)?(?:noon|midday)\\b'),
      read: () => ({ minutes: 720 }),
    },
  ],
  zone: [
    {
      pattern: new RegExp(`\\u0001\\s*\\(?(?<name>${Object.keys(abbreviations).join('|')})\\b\\)?`, 'gu'),
      read: ({ groups: { name = '' } }) => ({ zone: abbreviations[name] ?? 'UTC' }),
    },
    {
      pattern: new RegExp(`\\u0001\\s*\\(?(?<name>${sharedAbbreviations.join('|')})\\b\\)?`, 'gu'),
      read: ({ groups: { name = '' } }, { zone }) => {
        const meant = sharedAbbreviation(name, zone);
        return meant ? { zone: meant } : null;
      },
    },
    {
      pattern: re('\\u0001[\\s,]*\\(?(?:in\\s+)?your\\s+(?:local\\s+)?time\\b\\)?'),
      read: (_, { readerZone }) => (readerZone ? { zone: readerZone } : null),
    },
    {
      pattern: re(`\\u0001\\s*\\(?(?:in\\s+)?(?<city>${Object.keys(cities).join('|')})\\s+time\\b\\)?`),
      read: ({ groups: { city = '' } }) => ({
        zone: cities[city.toLowerCase().replace(/\s+/g, ' ')] ?? 'UTC',
      }),
    },
  ],
};
