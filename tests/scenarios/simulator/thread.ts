import { parentPort, workerData } from 'node:worker_threads';
import type { Said } from './crew.ts';
import { simulate } from './simulate.ts';

const { until, steps, first, every } = workerData as {
  until: number;
  steps: number;
  first: number;
  every: number;
};
for (let seed = first; Date.now() < until; seed += every) {
  const { saved, violations, ...outcome } = await simulate(String(seed), { steps });
  parentPort?.postMessage({ seed: outcome.seed, steps: outcome.steps, saved, violations } satisfies Said);
}
