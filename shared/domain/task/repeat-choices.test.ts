import { expect, test } from 'vitest';
import { nextDay, readRepeat } from './repeat.ts';
import { repeatChoices } from './repeat-choices.ts';

test('a Tuesday in the middle of a month', () => {
  expect(repeatChoices('2026-11-10')).toEqual([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=WEEKLY;BYDAY=TU',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    'FREQ=MONTHLY;BYMONTHDAY=10',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10',
    'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=10',
  ]);
});

test('the last day of a month offers the last day, and the last such weekday', () => {
  expect(repeatChoices('2026-11-30')).toContain('FREQ=MONTHLY;BYMONTHDAY=-1');
  expect(repeatChoices('2026-11-30')).toContain('FREQ=MONTHLY;BYDAY=-1MO');
});

test('every one of them goes on', () => {
  for (const rule of repeatChoices('2028-02-29')) {
    const repeat = readRepeat(rule);
    expect(repeat && nextDay(repeat, '2028-02-29', '2028-02-29')).toMatch(/^20\d\d-/);
  }
});
