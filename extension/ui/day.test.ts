import { expect, it } from 'vitest';
import { addDays, daysBetween, dayText } from './day.ts';
import { relativeTime } from './relativeTime.ts';

const today = '2026-11-20';

it.each([
  ['2026-11-20', 'en', 'today'],
  ['2026-11-21', 'en', 'tomorrow'],
  ['2026-11-19', 'zh-TW', '昨天'],
  ['2026-11-23', 'en', 'Mon'],
  ['2026-12-30', 'en', 'Dec 30'],
  ['2027-01-02', 'en', 'Jan 2, 2027'],
  ['2026-12-30', 'zh-CN', '12月30日'],
  ['not a day', 'en', 'not a day'],
])('says %s in %s as %s', (day, locale, said) => {
  expect(dayText(day, today, locale)).toBe(said);
});

it('counts days over a clock change and a leap day', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
});

it.each([
  [30_000, 'now'],
  [5 * 60_000, '5m ago'],
  [3 * 3_600_000, '3h ago'],
  [12 * 86_400_000, '12d ago'],
  [100 * 86_400_000, '3mo ago'],
  [800 * 86_400_000, '2y ago'],
])('says %i ms ago as %s', (ago, said) => {
  const now = Date.UTC(2026, 10, 20);
  expect(relativeTime(now - ago, now, 'en')).toBe(said);
});
