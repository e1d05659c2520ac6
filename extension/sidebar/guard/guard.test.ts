import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from '../../ui/Toaster.tsx';
import { armAfter, makeGuard } from './guard.ts';
import { ownGuard } from './ownGuard.ts';

let report: (isVisible: boolean) => void;
let ratio = 1;
const size = { innerWidth: 300, innerHeight: 600, devicePixelRatio: 1 };
const events = { addEventListener: () => {}, removeEventListener: () => {} };
const world = (v2: boolean) => {
  class Entry {}
  if (v2) Object.defineProperty(Entry.prototype, 'isVisible', { value: false, writable: true });
  class Observer {
    constructor(callback: (entries: unknown[]) => void) {
      report = (isVisible) => callback([{ isVisible, intersectionRatio: ratio }]);
    }
    observe() {}
    disconnect() {}
  }
  return {
    ...size,
    ...events,
    IntersectionObserver: Observer,
    IntersectionObserverEntry: Entry,
  } as unknown as Parameters<typeof makeGuard>[0];
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

const arm = (guard: ReturnType<typeof makeGuard>) => {
  guard.frame(true);
  guard.watch(element);
  report(true);
  vi.advanceTimersByTime(armAfter);
};

it('is not armed where a part of the panel is cut off', () => {
  const guard = makeGuard(world(true));
  ratio = 0.9;
  arm(guard);
  expect(guard.allows(real)).toBe(false);
  ratio = 1;
  arm(guard);
  expect(guard.allows(real)).toBe(true);
});

it.each([
  { innerWidth: 60 },
  { innerHeight: 40 },
  { devicePixelRatio: 0.3 },
])('is not armed where the panel is too small to be read: %o', (small) => {
  const guard = makeGuard({ ...world(true), ...small } as Parameters<typeof makeGuard>[0]);
  arm(guard);
  expect(guard.allows(real)).toBe(false);
});

it('is armed again only when nothing was done to the frame for as long as at first', () => {
  const guard = makeGuard(world(true));
  arm(guard);
  guard.doubt();
  expect(guard.allows(real)).toBe(false);
  vi.advanceTimersByTime(armAfter - 1);
  guard.doubt();
  vi.advanceTimersByTime(armAfter - 1);
  expect(guard.allows(real)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(guard.allows(real)).toBe(true);
});

it('keeps a real press that came while it was about to arm; one that is made up, or under a cover, is refused in words', () => {
  const guard = makeGuard(world(true));
  const toasts = new Toasts();
  const press = (isTrusted: boolean) => {
    guard.early.value = null;
    toasts.close();
    guard.refuse({ isTrusted, currentTarget: element, target: null }, toasts, null);
    return [guard.early.value === element, toasts.shown.value !== null];
  };
  guard.frame(true);
  guard.watch(element);
  expect(press(true)).toEqual([true, false]);
  report(true);
  expect(press(false)).toEqual([false, true]);
  expect(press(true)).toEqual([true, false]);
  report(false);
  expect(press(true)).toEqual([false, true]);
});

it('a page of ours that is framed though nobody watches it changes nothing', () => {
  const guard = ownGuard();
  expect(guard.allows(real)).toBe(true);
  expect(guard.allows({ isTrusted: false })).toBe(false);
  guard.frame(true);
  expect(guard.level.value).toBe('blind');
  expect(guard.allows(real)).toBe(false);
});
