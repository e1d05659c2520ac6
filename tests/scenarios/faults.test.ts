import { expect, test } from 'vitest';
import { wireFaults } from '../doubles/network/proxy.ts';
import { seen, weather } from './faults/storm.ts';

test('[P3] [P8] [D2] two browsers write through every fault of a network: all of it arrives, once, in order', async () => {
  const storm = await weather({ rounds: 80, seed: 1 });
  expect(storm.violations).toEqual([]);
  expect(seen(storm)).toEqual([...wireFaults]);
  expect(storm.exchanges).toBeGreaterThan(200);
}, 90_000);
