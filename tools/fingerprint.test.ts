import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprint, unlessMade } from './fingerprint.ts';
import { inRoot } from './paths.ts';

const product = inRoot('.output/test/fingerprint/product.txt');
afterAll(() => rm(dirname(product), { recursive: true, force: true }));

let made = 0;
const make = async () => {
  made += 1;
  await mkdir(dirname(product), { recursive: true });
  await writeFile(product, String(made));
};

test('something is made once for the same content, and again when it changed or is gone', async () => {
  await rm(product, { force: true });
  expect(await unlessMade(product, 'a', make)).toBe(true);
  expect(await unlessMade(product, 'a', make)).toBe(false);
  expect(await unlessMade(product, 'b', make)).toBe(true);
  await rm(product);
  expect(await unlessMade(product, 'b', make)).toBe(true);
  expect(made).toBe(3);
});

test('a failed attempt is not taken for made', async () => {
  await expect(unlessMade(product, 'c', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await unlessMade(product, 'b', make)).toBe(true);
});

test('a fingerprint tells files and facts apart, and does not see tests', () => {
  expect(fingerprint(['tools/paths.ts'])).toBe(fingerprint(['tools/paths.ts']));
  expect(fingerprint(['tools/paths.ts'])).not.toBe(fingerprint(['tools/paths.ts'], ['edge']));
  expect(fingerprint(['tools/paths.ts'])).not.toBe(fingerprint(['tools/run.ts']));
});
