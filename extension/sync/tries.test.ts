import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import { backoff, retryAfterOf, waitAfter } from './backoff.ts';
import { openTries } from './tries.ts';

function clock(random: () => number) {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    random,
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
    get timers() {
      return timers.length;
    },
  };
}
const failing = (code: ErrorCode, retryAfterMs?: number) => new CodedError(code, undefined, { retryAfterMs });

describe('[P9] after a failure', () => {
  test('the wait is any time up to a second, doubled each time, at most five minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          const wait = waitAfter(n, random);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(1_000 * 2 ** Math.min(n - 1, 30), backoff.mostMs));
        },
      ),
    );
    expect(waitAfter(4, 0.5)).toBe(4_000);
    expect(waitAfter(40, 1)).toBe(300_000);
  });

  test('a thousand clients that failed together come back over the whole wait, not together', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (const retryAfterMs of [undefined, 2_000]) {
      const perSecond = new Map<number, number>();
      for (let client = 0; client < 1_000; client++) {
        const time = clock(random);
        const tries = openTries(time, () => undefined);
        for (let n = 0; n < 7; n++) tries.failed(failing('server.busy', retryAfterMs));
        const second = Math.floor((tries.kept.retryAt ?? 0) / 1_000);
        expect(second).toBeGreaterThanOrEqual((retryAfterMs ?? 0) / 1_000);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      }
      expect(Math.max(...perSecond.values())).toBeLessThan(50);
    }
  });

  test('somebody who saves tries at once, but never sooner than Retry-After', () => {
    const time = clock(() => 0.5);
    const tries = openTries(time, () => undefined);
    tries.failed(failing('server.unreachable'));
    expect([tries.mayTry(), tries.isDue()]).toEqual([true, false]);
    tries.failed(failing('server.busy', 8_000));
    expect([tries.mayTry(), tries.isDue()]).toEqual([false, false]);
    time.pass(8_000);
    expect(tries.mayTry()).toBe(false); // jitter stands on top of it
    time.pass(1_000);
    expect([tries.mayTry(), tries.isDue()]).toEqual([true, true]);
  });

  test('[P9] after many failures Retry-After alone keeps somebody who saves away, and the try comes by itself then', () => {
    let due = 0;
    const time = clock(() => 0.9);
    const tries = openTries(time, () => due++);
    for (let n = 0; n < 12; n++) tries.failed(failing('server.unreachable'));
    tries.failed(failing('server.busy', 2_000));
    expect(tries.mayTry()).toBe(false);
    tries.hasten();
    time.pass(4_000);
    expect([tries.mayTry(), due]).toEqual([true, 1]);
  });

  test('one timer runs at a time, and none after a success or a refusal that only pairing mends', () => {
    let due = 0;
    const time = clock(() => 1);
    const tries = openTries(time, () => {
      due++;
    });
    tries.failed(failing('server.unreachable'));
    tries.failed(failing('server.unreachable'));
    expect(time.timers).toBe(1);
    time.pass(2_000);
    expect(due).toBe(1);
    tries.failed(failing('server.unreachable'));
    tries.succeeded();
    expect(time.timers).toBe(0);
    tries.failed(failing('auth.revoked'));
    expect([time.timers, tries.kept.retryAt]).toEqual([0, null]);
  });

  test('a worker that died goes on waiting, unless its clock was set back', () => {
    const first = openTries(
      clock(() => 1),
      () => undefined,
    );
    for (let n = 0; n < 20; n++) first.failed(failing('server.unreachable'));
    const woken = openTries(
      clock(() => 1),
      () => undefined,
    );
    woken.resume(first.kept);
    expect([woken.isDue(), woken.kept.failures]).toEqual([false, 20]);
    const setBack = openTries(
      clock(() => 1),
      () => undefined,
    );
    setBack.resume({ failures: 3, retryAt: 7_200_000, notBefore: 7_200_000, at: 7_000_000 });
    expect(setBack.isDue()).toBe(true);
  });
});

test('[M7] [P9] a clock that is set back by two days in the middle of a wait keeps nobody away', () => {
  const time = clock(() => 0.5);
  time.pass(200_000_000);
  const tries = openTries(time, () => undefined);
  tries.failed(failing('server.busy', 8_000));
  expect([tries.mayTry(), tries.isDue()]).toEqual([false, false]);
  time.pass(-172_800_000);
  expect([tries.mayTry(), tries.isDue()]).toEqual([true, true]);
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 01 Jan 1970 00:00:30 GMT', 29_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['999999999', 3_600_000],
  ['soon', undefined],
  ['-5', undefined],
  [null, undefined],
])('Retry-After %j is %j milliseconds', (header, ms) => {
  expect(retryAfterOf(header, 1_000)).toBe(ms);
});
