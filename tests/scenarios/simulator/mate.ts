import type { Said, Task } from './crew.ts';
import { simulate } from './simulate.ts';

const { until, steps, first, every } = JSON.parse(process.argv[2] ?? '{}') as Task;
for (let seed = first; Date.now() < until; seed += every) {
  const { saved, violations, ...outcome } = await simulate(String(seed), { steps });
  process.send?.({ seed: outcome.seed, steps: outcome.steps, saved, violations } satisfies Said);
}
process.disconnect();
