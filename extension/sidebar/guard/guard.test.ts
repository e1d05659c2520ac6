import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { armAfter, makeGuard } from './guard.ts';

let report: (isVisible: boolean) => void;
const world = (v2: boolean) => {
  class Entry {}
  if (v2) Object.defineProperty(Entry.prototype, 'isVisible', { value: false, writable: true });
  class Observer {
    constructor(callback: (entries: unknown[]) => void) {
      report = (isVisible) => callback([{ isVisible }]);
    }
    observe() {}
    disconnect() {}
  }
  return { IntersectionObserver: Observer, IntersectionObserverEntry: Entry } as unknown as Parameters<
    typeof makeGuard
  >[0];
};
const real = { isTrusted: true };
const element = {} as Element;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('lets a real click through in a page of our own, and never a made-up one', () => {
  const guard = makeGuard(world(true));
  expect(guard.allows(real)).toBe(true);
  expect(guard.allows({ isTrusted: false })).toBe(false);
});

it('arms a framed panel only after it was visible without a break', () => {
  const guard = makeGuard(world(true));
  guard.frame(true);
  guard.watch(element);
  expect(guard.allows(real)).toBe(false);
  report(true);
  vi.advanceTimersByTime(armAfter - 1);
  expect(guard.allows(real)).toBe(false);
  report(false);
  report(true);
  vi.advanceTimersByTime(armAfter - 1);
  expect(guard.allows(real)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(guard.allows(real)).toBe(true);
  expect(guard.allows({ isTrusted: false })).toBe(false);
});

it('disarms at once when the panel is covered', () => {
  const guard = makeGuard(world(true));
  guard.frame(true);
  guard.watch(element);
  report(true);
  vi.advanceTimersByTime(armAfter);
  report(false);
  expect(guard.allows(real)).toBe(false);
});

it('allows no change in a frame where the browser cannot tell whether it is visible', () => {
  const guard = makeGuard(world(false));
  guard.frame(true);
  guard.watch(element);
  vi.advanceTimersByTime(10 * armAfter);
  expect(guard.level.value).toBe('blind');
  expect(guard.allows(real)).toBe(false);
});
