import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { wallOf } from '../../kit/civil.ts';
import { snoozeChoices } from './snooze.ts';

const told = (now: string, zone: string) =>
  snoozeChoices(Date.parse(now), zone).map(({ snooze, dueDay, dueAt }) => {
    const { minutes } = wallOf(dueAt, zone);
    return `${snooze} ${dueDay} ${Math.floor(minutes / 60)}:${minutes % 60}`;
  });

it.each([
  [
    'a Friday morning',
    '2026-11-20T09:10:00Z',
    'UTC',
    ['later-today 2026-11-20 13:0', 'tomorrow 2026-11-21 9:0', 'next-week 2026-11-23 9:0'],
  ],
  [
    'an evening, when it is too late for today',
    '2026-11-20T18:30:00Z',
    'UTC',
    ['tomorrow 2026-11-21 9:0', 'next-week 2026-11-23 9:0'],
  ],
  [
    'a Sunday, when next week is tomorrow',
    '2026-11-22T10:00:00Z',
    'UTC',
    ['later-today 2026-11-22 13:0', 'tomorrow 2026-11-23 9:0'],
  ],
  [
    'Saturday in Taipei, while it is Friday elsewhere',
    '2026-11-20T22:00:00Z',
    'Asia/Taipei',
    ['later-today 2026-11-21 9:0', 'tomorrow 2026-11-22 9:0', 'next-week 2026-11-23 9:0'],
  ],
  [
    'the day before the clocks change',
    '2026-10-24T08:00:00Z',
    'Europe/Berlin',
    ['later-today 2026-10-24 13:0', 'tomorrow 2026-10-25 9:0', 'next-week 2026-10-26 9:0'],
  ],
])('on %s', (_, now, zone, choices) => expect(told(now, zone)).toEqual(choices));

test('nothing is ever put off to the past', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }),
      fc.constantFrom('UTC', 'America/New_York', 'Asia/Taipei', 'Australia/Lord_Howe'),
      (now, zone) => {
        const choices = snoozeChoices(now, zone).map(({ dueAt }) => dueAt);
        expect(Math.min(...choices)).toBeGreaterThan(now);
        expect(choices).toEqual([...new Set(choices)].sort((a, b) => a - b));
      },
    ),
  );
});
