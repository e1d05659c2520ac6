import { weather } from '../scenarios/faults/storm.ts';

/** Storms of another seed each; `done` counts exchanges between a client and the server. */
export async function soakFaults(until: number): Promise<{ done: number; violations: string[] }> {
  const violations: string[] = [];
  let done = 0;
  for (let seed = 1; violations.length === 0 && (seed === 1 || Date.now() < until); seed++) {
    const storm = await weather({ rounds: 200, seed, until });
    done += storm.exchanges;
    violations.push(...storm.violations.map((line) => `seed ${seed}: ${line}`));
  }
  return { done, violations };
}
