import { signal } from '@preact/signals';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { againMark, patience, watchEarly } from './early.ts';
import type { Guard } from './guard.ts';

const { window, document } = parseHTML('<body><button>Log</button></body>');
const button = document.querySelector('button') as unknown as HTMLButtonElement;
const said: string[] = [];
let guard: Pick<Guard, 'early'> & { armed: ReturnType<typeof signal<boolean>> };
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Element', window.Element);
  vi.stubGlobal('HTMLElement', window.HTMLElement);
  said.length = 0;
  guard = { early: signal(null), armed: signal(false) };
  stop = watchEarly(guard as unknown as Guard, {
    again: () => said.push('again'),
    covered: () => said.push('covered'),
  });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('asks for a press again as soon as the panel is armed, and marks what was pressed until it is pressed', () => {
  guard.early.value = button;
  vi.advanceTimersByTime(patience - 1);
  expect(said).toEqual([]);
  guard.armed.value = true;
  expect(said).toEqual(['again']);
  expect(button.hasAttribute(againMark)).toBe(true);
  button.click();
  expect(button.hasAttribute(againMark)).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(['again']);
});

it('says that the panel is covered where it does not arm, and asks for nothing later', () => {
  guard.early.value = button;
  vi.advanceTimersByTime(patience);
  expect(said).toEqual(['covered']);
  guard.armed.value = true;
  expect(said).toEqual(['covered']);
  expect(button.hasAttribute(againMark)).toBe(false);
});

it('asks for what came before anybody listened, for the last press alone, and once', () => {
  stop();
  guard.early.value = document.body as unknown as HTMLElement;
  guard.early.value = button;
  guard.armed.value = true;
  stop = watchEarly(guard as unknown as Guard, {
    again: () => said.push('again'),
    covered: () => said.push('covered'),
  });
  expect(said).toEqual(['again']);
  expect(button.hasAttribute(againMark)).toBe(true);
  vi.advanceTimersByTime(10_000);
  expect(button.hasAttribute(againMark)).toBe(false);
});
