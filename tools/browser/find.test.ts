import { afterEach, expect, test, vi } from 'vitest';
import { findChromium } from './find.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the browser that the environment names comes first', () => {
  vi.stubEnv('SIDEBOOK_CHROMIUM', process.execPath);
  expect(findChromium()).toBe(process.execPath);
});

test('a name that leads nowhere is said in a sentence', () => {
  vi.stubEnv('SIDEBOOK_CHROMIUM', '/nowhere/chromium');
  expect(() => findChromium()).toThrow(
    'SIDEBOOK_CHROMIUM names /nowhere/chromium, where there is no program: correct it or unset it.',
  );
});
