import { expect, test } from 'vitest';
import { countEffort } from '../../tests/effort.ts';
import { isStale, newChange, newSources } from './change.ts';
import { startingWith } from './store.ts';

const ranges = (...prefixes: string[]) => ({
  ...newSources(),
  ranges: new Map(prefixes.map((prefix) => [prefix, startingWith(prefix)])),
});
const marks = (...marks: string[]) => ({ ...newChange(), marks: new Set(marks) });

test('an answer read from a range is old once a mark stands in it, at its very beginning too, and not beside it', () => {
  const read = ranges('task/open/', 'interaction/thread/gm:a:t1/');
  expect(isStale(read, marks('interaction/thread/gm:a:t1/0001'))).toBe(true);
  expect(isStale(read, marks('task/open/'))).toBe(true);
  expect(
    isStale(read, marks('task/done/1', 'task/contact/ada/1', 'z', 'interaction/thread/gm:a:t10/1')),
  ).toBe(false);
  expect(isStale(read, marks())).toBe(false);
});

test('a page of a pull is looked at beside the rows of a long list with little effort', () => {
  const read = ranges(...Array.from({ length: 5_000 }, (_, at) => `interaction/thread/gm:a:${at}x/`));
  const change = marks(...Array.from({ length: 3_000 }, (_, at) => `interaction/thread/gm:a:${at}y/1`));
  const spent = countEffort();
  expect(isStale(read, change)).toBe(false);
  expect(spent()).toBeLessThan(40);
});
