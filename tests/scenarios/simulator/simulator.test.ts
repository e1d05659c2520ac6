import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { cases } from './cases.ts';
import { simulate } from './simulate.ts';

const main = new URL('./main.ts', import.meta.url).pathname;

test('the same seed gives the same events, byte for byte', async () => {
  const options = { steps: 3_000, kept: 100_000 };
  const [first, second] = [await simulate('twice', options), await simulate('twice', options)];
  expect(second.lines.join('\n')).toBe(first.lines.join('\n'));
  expect(second.hash).toBe(first.hash);
  expect(first.lines.length).toBeGreaterThan(3_000);
});

test('another seed gives other events', async () => {
  const options = { steps: 500 };
  expect((await simulate('one', options)).hash).not.toBe((await simulate('two', options)).hash);
});

test.each(cases)('$seed, which once failed, holds: $was', async ({ seed, steps }) => {
  expect((await simulate(seed, { steps })).violations).toEqual([]);
});

test('[M3] [P3] [P4] [P8] [D6] [C1] 200,000 steps of trouble lose nothing, double nothing, and every mirror heals', () => {
  // In a process of its own: the sources run as they are, three times as fast as through a test runner.
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, '--total', '200000'],
    { encoding: 'utf8' },
  );
  expect(status, stdout).toBe(0);
  expect(Number(/^(\d+) steps/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(200_000);
});
