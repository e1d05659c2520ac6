import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enough, median, newAfterMs, rhythmOf, type Touch } from './rhythm.ts';
import { stagePaces } from './stage-pace.ts';
import { workingMs } from './working-time.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday, noon. */
const monday = Date.UTC(2026, 10, 16, 12);
const now = monday + 9 * day;
/** `+2h`: they, two hours after Monday noon; `-1d`: we, a day after it. */
const mails = (...said: string[]): Touch[] =>
  said.map((each, i) => {
    const [, sign, count, unit] = /^([+-])(\d+)([hd])$/.exec(each) ?? [];
    return {
      id: `m${i}`,
      direction: sign === '+' ? 'in' : 'out',
      at: monday + Number(count) * (unit === 'd' ? day : hour),
    };
  });
const of = (...said: string[]) => rhythmOf(mails(...said), now, 'UTC');

describe('how two write to each other', () => {
  test.each([
    ['they answer', ['-0h', '+3h'], 3 * hour, null],
    ['we answer', ['+0h', '-5h'], null, 5 * hour],
    ['the first of several that wait counts', ['-0h', '-2h', '+6h'], 6 * hour, null],
    ['both ways', ['-0h', '+2h', '-3h', '+7h'], 3 * hour, 1 * hour],
    ['nobody answers', ['-0h', '-4h'], null, null],
    ['nothing', [], null, null],
  ] as const)('%s', (_what, said, theirs, ours) => expect(of(...said)).toMatchObject({ theirs, ours }));

  test('weekends are left out', () => {
    // Friday noon to Monday noon.
    expect(of('-4d', '+7d').theirs).toBe(day);
    expect(of('-5d', '+6d').theirs).toBe(0);
  });

  test('what comes after thirty days is a new conversation, and no answer', () => {
    const late = [
      { id: 'a', direction: 'out', at: now - newAfterMs - day },
      { id: 'b', direction: 'in', at: now - hour },
    ] as const;
    expect(rhythmOf(late, now, 'UTC')).toMatchObject({
      theirs: null,
      last: { by: 'them', since: now - hour },
    });
  });

  test('who wrote last, since when, and whether that is longer than usual', () => {
    expect(of('-0h', '+2h', '-1d', '-2d')).toMatchObject({
      last: { by: 'us', at: monday + 2 * day, since: monday + day },
      overdue: true,
    });
    expect(of('+0h', '-2h').last?.by).toBe('us');
    // Of an answer of theirs nothing is known: nothing is late.
    expect(of('+0h', '-2h').overdue).toBe(false);
  });

  test('what is older than a year is not counted, nor what is to come', () => {
    const at = (when: number): Touch => ({ id: String(when), direction: 'in', at: when });
    const said = rhythmOf(
      [at(now + 1), at(now), at(Date.UTC(2025, 11, 1)), at(Date.UTC(2025, 10, 30))],
      now,
      'UTC',
    );
    expect(said.counted).toBe(2);
    expect(said.months.map(({ month }) => month)).toEqual([
      ...['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'],
      ...['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'],
    ]);
    expect(said.months[0]).toMatchObject({ received: 1, sent: 0 });
  });

  test('five answers are enough', () => expect(enough).toBe(5));
});

const touches = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    direction: fc.constantFrom('in' as const, 'out' as const),
    at: fc.oneof(
      fc.integer({ min: now - 500 * day, max: now + 5 * day }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, now, now + 1),
    ),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const zones = fc.constantFrom('UTC', 'Asia/Taipei', 'America/New_York', 'Australia/Lord_Howe');

test('whatever is logged: numbers are numbers, nothing is of the future, no time is negative', () => {
  fc.assert(
    fc.property(touches, zones, (all, zone) => {
      const said = rhythmOf(all, now, zone);
      for (const value of [said.theirs, said.ours, said.last?.at, said.last?.waited, said.last?.since])
        if (value !== null && value !== undefined) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
      for (const reply of said.replies) {
        expect(reply.took).toBeGreaterThanOrEqual(0);
        expect(reply.took).toBeLessThanOrEqual(reply.answeredAt - reply.askedAt + 2 * hour);
        expect(reply.answeredAt).toBeLessThanOrEqual(now);
      }
      const inMonths = said.months.reduce((sum, { received, sent }) => sum + received + sent, 0);
      expect(inMonths).toBe(said.counted);
      expect(said.months).toHaveLength(12);
      expect(said.replies.length).toBeLessThanOrEqual(Math.max(0, said.counted - 1));
    }),
    { numRuns: 300 },
  );
});

test('in which order rows come, and how often, changes nothing', () => {
  fc.assert(
    fc.property(touches, fc.infiniteStream(fc.nat()), (all, keys) => {
      const shuffled = all
        .map((touch) => ({ touch, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ touch }) => touch);
      expect(rhythmOf([...shuffled, ...all.slice(0, 5)], now, 'UTC')).toEqual(rhythmOf(all, now, 'UTC'));
    }),
    { numRuns: 100 },
  );
});

test('working time is what lies between without weekends: it adds up, and never runs backwards', () => {
  const at = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2030) });
  fc.assert(
    fc.property(fc.tuple(at, at, at), zones, (instants, zone) => {
      const [a = 0, b = 0, c = 0] = instants.toSorted((x, y) => x - y);
      const whole = workingMs(a, c, zone);
      expect(whole).toBeGreaterThanOrEqual(0);
      expect(whole).toBeLessThanOrEqual(c - a + 2 * hour);
      expect(Math.abs(workingMs(a, b, zone) + workingMs(b, c, zone) - whole)).toBeLessThanOrEqual(2 * hour);
      expect(workingMs(c, a, zone)).toBe(0);
    }),
    { numRuns: 300 },
  );
  // Friday 17:00 to Monday 9:00 in Taipei is seven hours and nine.
  expect(workingMs(Date.UTC(2026, 10, 20, 9), Date.UTC(2026, 10, 23, 1), 'Asia/Taipei')).toBe(16 * hour);
});

test('a median is the middle, of an even number the mean of two, of none nothing', () => {
  expect([median([]), median([3]), median([9, 1]), median([5, 1, 2])]).toEqual([null, 3, 5, 2]);
});

test('won deals tell how long each stage takes; who is open, and steps after the end, tell nothing', () => {
  const step = (dealId: string, stageId: string, at: number) => ({ dealId, stageId, at });
  const entered = [
    step('a', 'offer', 10),
    step('a', 'new', 0),
    step('a', 'new', 20),
    step('b', 'new', 0),
    step('b', 'offer', 4),
    step('b', 'late', 99),
    step('open', 'new', 0),
  ];
  const paces = stagePaces(
    entered,
    new Map([
      ['a', 30],
      ['b', 10],
    ]),
  );
  expect(paces).toContainEqual({ stageId: 'new', won: 2, medianMs: 12 });
  expect(paces).toContainEqual({ stageId: 'offer', won: 2, medianMs: 8 });
  expect(paces.map(({ stageId }) => stageId)).not.toContain('late');
});
