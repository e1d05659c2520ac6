import { beforeAll, expect, test } from 'vitest';
import { type Rhythm, rhythmOf } from '../../../shared/domain/rhythm/rhythm.ts';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import { durationText, rhythmText, sinceText } from './words.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 25, 12);
const empty = rhythmOf([], now, 'UTC');
const five = Array.from({ length: 5 }, () => ({}) as Rhythm['replies'][number]);
const said = (more: Partial<Rhythm>): string => rhythmText({ ...empty, replies: five, ...more }, now);
const last = (by: 'us' | 'them', days: number): Rhythm['last'] => ({
  ...{ by, at: now - days * day, since: now - days * day, waited: days * day },
});

beforeAll(() => overwriteGetLocale(() => 'en'));

test('a duration is never said to be less, a time that passed never to be more', () => {
  expect([0, hour, 1.2 * hour, 35 * hour, 36 * hour, 49 * hour].map(durationText)).toEqual([
    ...['1 hour', '1 hour', '2 hours', '35 hours', '2 days', '3 days'],
  ]);
  expect([0, 5.9 * hour, 23.9 * hour, 24 * hour, 47 * hour].map(sinceText)).toEqual([
    ...['1 hour', '5 hours', '23 hours', '1 day', '1 day'],
  ]);
});

test('one sentence says who is silent and what is usual', () => {
  const both = { theirs: 2 * day, ours: 5 * hour };
  expect(said({ ...both, last: last('us', 9), overdue: true })).toBe(
    'Silent for 9 days; usually answers within 2 days, you within 5 hours',
  );
  expect(said({ ...both, last: last('us', 1) })).toBe(
    'You wrote last, 1 day ago; usually answers within 2 days, you within 5 hours',
  );
  expect(said({ ...both, theirs: null, last: last('them', 3), overdue: true })).toBe(
    'Has waited for your answer for 3 days; you usually answer within 5 hours',
  );
  expect(said({ theirs: day, last: last('them', 0) })).toBe(
    'Wrote last, 1 hour ago; usually answers within 24 hours',
  );
});

test('under five answers it says how many there are instead', () => {
  expect(said({ replies: five.slice(2), theirs: day })).toBe(
    'Too little logged yet to tell a rhythm: 3 of 5 answers',
  );
});
