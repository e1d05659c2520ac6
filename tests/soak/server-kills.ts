import { killServers } from '../scenarios/kills/server.ts';

const mostKills = 1_000;
/** Each run has a folder of its own: a database that only grows would spend the hour in integrity checks. */
const killsOfRun = 50;

export async function soakServerKills(until: number): Promise<{ done: number; violations: string[] }> {
  const violations: string[] = [];
  let done = 0;
  for (let seed = 1; done < mostKills && violations.length === 0 && Date.now() < until; seed++) {
    const run = await killServers({ kills: Math.min(killsOfRun, mostKills - done), seed: 100 + seed, until });
    done += run.kills;
    violations.push(...run.violations.map((line) => `run ${seed}: ${line}`));
  }
  return { done, violations };
}
