import { killBackups } from '../scenarios/backup/kills.ts';
import { killRestores } from '../scenarios/backup/restore-kills.ts';

/** Each run has a folder of its own: a backup of a database that only grows would take ever longer. */
const roundsOfRun = 30;
const restoresOfRun = 10;
const most = 200;

/** Backups under load, every other one killed, and restores killed half-way; `done` counts those asked for. */
export async function soakBackups(until: number): Promise<{ done: number; violations: string[] }> {
  const violations: string[] = [];
  let done = 0;
  for (let seed = 100; done < most && violations.length === 0 && Date.now() < until; seed++) {
    const run = await killBackups({ rounds: Math.min(roundsOfRun, most - done), seed, until });
    done += run.asked;
    violations.push(...run.violations.map((line) => `run ${seed}: ${line}`));
    if (Date.now() >= until) break;
    const restores = await killRestores(restoresOfRun, seed);
    done += restores.killed;
    violations.push(...restores.violations.map((line) => `restores of run ${seed}: ${line}`));
  }
  return { done, violations };
}
