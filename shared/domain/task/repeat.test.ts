import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, daysInMonth, instantOf, partsOf, wallOf, weekdayOf, weekOf } from '../../kit/civil.ts';
import {
  anchored,
  following,
  frequencies,
  nextDay,
  once,
  type Repeat,
  readRepeat,
  type Weekday,
  writeRepeat,
} from './repeat.ts';

const next = (rule: string, from: string, after = from) => {
  const repeat = readRepeat(rule);
  return repeat && nextDay(repeat, from, after);
};

describe('the next day of a series', () => {
  it.each([
    ['FREQ=DAILY', '2026-02-28', '2026-03-01'],
    ['FREQ=DAILY;INTERVAL=3', '2026-12-30', '2027-01-02'],
    ['FREQ=WEEKLY', '2026-11-20', '2026-11-27'],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-11-20', '2026-12-04'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-20', '2026-11-23'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-23', '2026-11-25'],
    // Every other week goes by weeks that begin on Monday: Friday of this one, Monday of the one after next.
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', '2026-11-20', '2026-11-30'],
    ['FREQ=WEEKLY;BYDAY=SU', '2026-11-16', '2026-11-22'],
    ['FREQ=MONTHLY', '2026-11-24', '2026-12-24'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-02-28', '2026-03-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=30', '2028-01-30', '2028-02-29'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-04-30', '2026-05-31'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', '2026-11-30', '2027-02-28'],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-11-10', '2026-12-08'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', '2026-12-25'],
    // January 2026 has five Fridays, February four, May five.
    ['FREQ=MONTHLY;BYDAY=5FR', '2026-01-30', '2026-05-29'],
    ['FREQ=YEARLY', '2026-11-24', '2027-11-24'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29', '2029-02-28'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2031-02-28', '2032-02-29'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', '2026-11-24', '2027-03-01'],
  ])('%s after %s is %s', (rule, from, then) => expect(next(rule, from)).toBe(then));

  test('what was put off stays in its series', () => {
    // The rent of the 31st, put off to the 3rd, is due on the 31st again.
    expect(next('FREQ=MONTHLY;BYMONTHDAY=31', '2026-02-03', '2026-02-03')).toBe('2026-02-28');
  });

  test('years of neglect take no time', () => {
    expect(next('FREQ=DAILY;INTERVAL=2', '1900-01-01', '2026-11-20')).toBe('2026-11-22');
    expect(next('FREQ=YEARLY', '0101-01-01', '9999-06-01')).toBeNull();
  });
});

/** The same said naively: whether a day is one of the series. */
function isOne(repeat: Repeat, from: string, day: string): boolean {
  if (day < from) return false;
  const [a, b] = [partsOf(from), partsOf(day)];
  const days = (x: string, y: string) => (Date.parse(y) - Date.parse(x)) / 86_400_000;
  if (repeat.frequency === 'DAILY') return days(from, day) % repeat.interval === 0;
  if (repeat.frequency === 'WEEKLY') {
    const wanted: number[] = repeat.weekdays.length > 0 ? repeat.weekdays : [weekdayOf(from)];
    return (days(weekOf(from), weekOf(day)) / 7) % repeat.interval === 0 && wanted.includes(weekdayOf(day));
  }
  const months = (b.year - a.year) * 12 + b.month - (repeat.month ?? a.month);
  const step = repeat.frequency === 'YEARLY' ? 12 * repeat.interval : repeat.interval;
  if (months % step !== 0) return false;
  const length = daysInMonth(b.year, b.month);
  if (repeat.nth) {
    if (weekdayOf(day) !== repeat.nth.weekday) return false;
    return repeat.nth.nth > 0 ? Math.ceil(b.date / 7) === repeat.nth.nth : b.date + 7 > length;
  }
  const date = repeat.monthDay ?? a.date;
  return b.date === (date === -1 ? length : Math.min(date, length));
}

const weekday = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>;
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1));
const interval = fc.integer({ min: 1, max: 6 });
const rules: fc.Arbitrary<Repeat> = fc.oneof(
  interval.map((n) => ({ ...once('DAILY'), interval: n })),
  fc.tuple(interval, fc.uniqueArray(weekday)).map(([n, weekdays]) => ({
    ...once('WEEKLY'),
    interval: n,
    weekdays: weekdays.sort(),
  })),
  fc.tuple(interval, fc.option(monthDay)).map(([n, day]) => ({
    ...once('MONTHLY'),
    interval: n,
    monthDay: day,
  })),
  fc.tuple(interval, fc.constantFrom(-1, 1, 2, 3, 4), weekday).map(([n, nth, day]) => ({
    ...once('MONTHLY'),
    interval: n,
    nth: { nth, weekday: day },
  })),
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 12 }), monthDay)
    .map(([n, month, day]) => ({
      ...once('YEARLY'),
      interval: n,
      month,
      monthDay: day,
    })),
);
const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2023-06-01', n));

test('no day of a series is left out and none is made up', () => {
  fc.assert(
    fc.property(rules, days, fc.integer({ min: 0, max: 500 }), (repeat, from, late) => {
      const after = addDays(from, late);
      const found = nextDay(repeat, from, after);
      let day = addDays(after, 1);
      while (!isOne(repeat, from, day)) day = addDays(day, 1);
      expect(found).toBe(day);
    }),
    { numRuns: 400 },
  );
});

test('a rule that was written is read as it was meant', () => {
  fc.assert(
    fc.property(rules, fc.option(fc.integer({ min: 0, max: 1439 })), (rule, minutes) => {
      const repeat = { ...rule, minutes };
      expect(readRepeat(writeRepeat(repeat))).toEqual(repeat);
    }),
  );
});

it.each([
  '',
  'FREQ=HOURLY',
  'INTERVAL=2',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=1000',
  'FREQ=DAILY;COUNT=3',
  'FREQ=DAILY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;BYDAY=2MO',
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=MONTHLY;BYMONTHDAY=-2',
  'FREQ=YEARLY;BYMONTHDAY=3',
  'FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=3',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=WEEKLY;WKST=SU',
  'FREQ=DAILY;BYHOUR=24',
  'FREQ=DAILY;BYMINUTE=5',
])('%j is no rule of ours', (rule) => expect(readRepeat(rule)).toBeNull());

test('"every month" said of a day names its date, so that putting one off moves no other', () => {
  expect(frequencies.map((each) => writeRepeat(anchored(each, '2026-11-24')))).toEqual([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=TU',
    'FREQ=MONTHLY;BYMONTHDAY=24',
    'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24',
  ]);
});

describe('what follows a completed task', () => {
  const due = { dueDay: '2026-11-16', zone: null, repeat: 'FREQ=WEEKLY;BYDAY=MO' };
  it.each([
    ['early, it is the one after', '2026-11-12', '2026-11-23'],
    ['on its day, it is the one after', '2026-11-16', '2026-11-23'],
    ['late, it is the next one', '2026-11-19', '2026-11-23'],
    ['so late that the next is due today, it is that one', '2026-11-23', '2026-11-23'],
    ['weeks late, those between are not asked for', '2026-12-10', '2026-12-14'],
  ])('completed %s', (_, today, then) => {
    expect(following(due, today, 'UTC')).toEqual({ dueDay: then, dueAt: null });
  });

  test('one without a day counts from the day it was done', () => {
    expect(following({ ...due, dueDay: null, repeat: 'FREQ=DAILY' }, '2026-11-20', 'UTC')?.dueDay).toBe(
      '2026-11-21',
    );
  });

  test('it is at the same time by the clocks of its zone, over a change of clocks and whoever completes it', () => {
    const nine = instantOf('2026-10-19', 9 * 60, 'Europe/Berlin');
    const repeat = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0';
    const task = { dueDay: '2026-10-19', zone: 'Europe/Berlin', repeat };
    const then = following(task, '2026-10-19', 'Asia/Taipei');
    expect(then?.dueDay).toBe('2026-10-26');
    expect(wallOf(then?.dueAt ?? 0, 'Europe/Berlin')).toEqual({ day: '2026-10-26', minutes: 9 * 60 });
    expect((then?.dueAt ?? 0) - nine).toBe(7 * 86_400_000 + 3_600_000);
  });

  test('one that was put off to another time leaves the series where it was', () => {
    const repeat = 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=15;BYMINUTE=0';
    const later = { dueDay: '2026-11-17', zone: 'UTC', repeat };
    expect(following(later, '2026-11-17', 'UTC')).toEqual({
      dueDay: '2026-11-23',
      dueAt: Date.parse('2026-11-23T15:00:00Z'),
    });
    // A whole day that was put off to nine is a whole day again.
    expect(following({ ...later, repeat: 'FREQ=DAILY' }, '2026-11-17', 'UTC')).toEqual({
      dueDay: '2026-11-18',
      dueAt: null,
    });
  });

  test('what is not repeated, or by a rule of a later release, has none', () => {
    expect(following({ ...due, repeat: null }, '2026-11-16', 'UTC')).toBeNull();
    expect(following({ ...due, repeat: 'FREQ=DAILY;COUNT=3' }, '2026-11-16', 'UTC')).toBeNull();
  });
});
