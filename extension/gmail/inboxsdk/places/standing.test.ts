import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeProbes } from '../../health.ts';
import { signMark } from './app-icon.ts';
import { watchStanding } from './standing.ts';

let probes: ReturnType<typeof makeProbes>;
let document: Document;
let end: AbortController;
const sign = () => probes.functions().find(({ name }) => name === 'app-icon')?.state;
const start = () => watchStanding(document, probes, end.signal);
const add = (html: string) => {
  document.body.insertAdjacentHTML('beforeend', html);
};

beforeEach(() => {
  vi.useFakeTimers();
  ({ document } = parseHTML('<html><body></body></html>') as unknown as { document: Document });
  probes = makeProbes();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

test('a sign that stands there works at once; one that Gmail has no place for is missing after a while', () => {
  add('<nav role="navigation"></nav>');
  const { look } = start();
  look(false);
  vi.advanceTimersByTime(4_000);
  expect(sign()).toBeUndefined();
  vi.advanceTimersByTime(4_000);
  expect(sign()).toBe('missing');
  add(`<span class="${signMark}"></span>`);
  look(false);
  expect(sign()).toBe('works');
});

test('nothing is missing of a Gmail that has drawn nothing yet, however long that takes', () => {
  const { changed } = start();
  vi.advanceTimersByTime(20_000);
  changed();
  expect(sign()).toBeUndefined();
  add('<nav role="navigation"></nav>');
  changed();
  vi.advanceTimersByTime(1_000);
  expect(sign()).toBeUndefined();
  add(`<span class="${signMark}"></span>`);
  changed();
  expect(sign()).toBe('works');
});
