import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from './Toaster.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('goes after ten seconds', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', text: 'Logged' });
  vi.advanceTimersByTime(9_999);
  expect(toasts.shown.value?.text).toBe('Logged');
  vi.advanceTimersByTime(1);
  expect(toasts.shown.value).toBeNull();
});

it('stays while it is pointed at or focused, and then has its ten seconds again', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', text: 'Logged' });
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(toasts.shown.value).not.toBeNull();
  toasts.resume();
  vi.advanceTimersByTime(9_999);
  expect(toasts.shown.value).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(toasts.shown.value).toBeNull();
});

it('gives way to the next one, whose time is its own', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', text: 'first' });
  vi.advanceTimersByTime(9_000);
  toasts.show({ tone: 'plain', text: 'second' });
  vi.advanceTimersByTime(9_000);
  expect(toasts.shown.value?.text).toBe('second');
});
