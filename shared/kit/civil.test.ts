import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  instantOf,
  isDay,
  isZone,
  wallOf,
  weekdayOf,
  weekOf,
} from './civil.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Taipei',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const days = fc.integer({ min: -20_000, max: 60_000 }).map((n) => addDays('1990-01-01', n));

describe('days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then));

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['26-01-01', false],
  ])('%s is a day: %s', (day, is) => expect(isDay(day)).toBe(is));

  test('weeks begin on Monday', () => {
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23'), weekOf('2026-11-22')]).toEqual([
      6,
      0,
      '2026-11-16',
    ]);
    expect(daysInMonth(2026, 2)).toBe(28);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });
});

describe('clocks', () => {
  it.each([
    ['2026-11-24', 15 * 60, 'Europe/Berlin', '2026-11-24T14:00:00Z'],
    ['2026-07-01', 15 * 60, 'Europe/Berlin', '2026-07-01T13:00:00Z'],
    // Skipped in the night of 29 March: 02:30 is 03:30 of summer.
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    // Shown twice in the night of 25 October: the first.
    ['2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00Z'],
    // Half an hour is put forward there.
    ['2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    ['2026-11-24', 9 * 60, 'Asia/Taipei', '2026-11-24T01:00:00Z'],
  ])('%s %i minutes in %s is %s', (day, minutes, zone, instant) => {
    expect(new Date(instantOf(day, minutes, zone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });

  test('what a zone shows is what is shown there again', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...zones),
        (day, minutes, zone) => {
          const at = instantOf(day, minutes, zone);
          const wall = wallOf(at, zone);
          const skipped =
            (Date.parse(`${wall.day}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 60_000 +
            wall.minutes -
            minutes;
          // The same, or as much later as the clocks were put forward.
          expect([0, 30, 60]).toContain(skipped);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a zone that nobody knows is none', () => {
    expect([isZone('Asia/Taipei'), isZone('Mars/Base'), isZone('')]).toEqual([true, false, false]);
  });
});
