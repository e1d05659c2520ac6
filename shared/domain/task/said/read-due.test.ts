import { describe, expect, it, test } from 'vitest';
import { countEffort } from '../../../../tests/effort.ts';
import { wallOf } from '../../../kit/civil.ts';
import { type Case, chinese, chineseTraps, elsewhere, english, englishTraps, said } from './cases.ts';
import { readDue } from './read-due.ts';

function told(typed: string, now = said.now, zone = said.zone) {
  const { title, dueDay, dueAt, repeat, zone: agreed } = readDue(typed, { now, zone });
  if (dueAt === null) return { title, due: dueDay, repeat, zone: agreed };
  const wall = wallOf(dueAt, agreed ?? zone);
  expect(wall.day).toBe(dueDay);
  const clock = [Math.floor(wall.minutes / 60), wall.minutes % 60].map((n) => String(n).padStart(2, '0'));
  return { title, due: `${dueDay} ${clock.join(':')}`, repeat, zone: agreed };
}
const expected = ([, title, due, repeat]: Case) => ({
  title,
  due,
  repeat: repeat ?? null,
  zone: due?.includes(' ') ? said.zone : null,
});

describe.each([
  ['English', english],
  ['what looks like a date in English', englishTraps],
  ['Chinese of either script', chinese],
  ['what looks like a date in Chinese', chineseTraps],
])('%s', (_, cases) => {
  it.each(cases.map((each) => [each[0], each] as const))('%s', (typed, each) => {
    expect(told(typed)).toEqual(expected(each));
  });
});

it.each(elsewhere)('%s: agreed by the clocks of %4$s', (typed, title, due, zone) => {
  expect(told(typed)).toEqual({ title, due, repeat: null, zone });
});

test('"next" is of the week that begins on Monday, whichever day it is said', () => {
  const on = (day: string) => told('call next tue', Date.parse(`${day}T12:00:00Z`)).due;
  expect([on('2026-11-22'), on('2026-11-23'), on('2026-11-24'), on('2026-11-25')]).toEqual([
    '2026-11-24',
    '2026-12-01',
    '2026-12-01',
    '2026-12-01',
  ]);
});

test('a day is that of the reader’s own clock', () => {
  const midnight = Date.parse('2026-11-20T20:00:00Z');
  expect(told('call tomorrow', midnight, 'America/New_York').due).toBe('2026-11-21');
  expect(told('明天打电话', midnight, 'Asia/Taipei').due).toBe('2026-11-22');
});

test('the end of February, in a leap year and in none', () => {
  const on = (day: string) => told('invoice eom', Date.parse(`${day}T12:00:00Z`)).due;
  expect([on('2026-02-10'), on('2028-02-10'), on('2028-02-29')]).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2028-02-29',
  ]);
});

test('a time that the clocks skip is as much later', () => {
  const { dueAt } = readDue('call 2:30am on 29 march', {
    now: Date.parse('2026-03-20T09:00:00Z'),
    zone: 'Europe/Berlin',
  });
  expect(new Date(dueAt ?? 0).toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('whatever is typed is read in no time, and nothing of it is lost where nothing is understood', () => {
  const odd = [
    '',
    '   ',
    '1'.repeat(300),
    '周'.repeat(300),
    'every '.repeat(80),
    '每'.repeat(300),
    '一二三四五六日'.repeat(40),
    '\u0001 at 3',
  ];
  for (const typed of odd) {
    const spent = countEffort();
    const { title } = readDue(typed, said);
    expect(spent()).toBeLessThan(40);
    expect(title.length).toBeLessThanOrEqual(typed.length);
  }
});
