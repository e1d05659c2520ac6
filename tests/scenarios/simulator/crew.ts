import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What one run says. */
export type Said = { seed: string; steps: number; saved: number; violations: string[] };
/** Seeds from the first on, every so many, until a time. */
export type Task = { until: number; steps: number; first: number; every: number };
export type Worked = { runs: number; steps: number; saved: number; bad: Said[] };

const script = fileURLToPath(new URL('./mate.ts', import.meta.url));

/** Runs seed after seed on every core until a time; a seed that finds something is told with its violations. */
export async function workUntil({ until, steps, first }: Omit<Task, 'every'>): Promise<Worked> {
  const worked: Worked = { runs: 0, steps: 0, saved: 0, bad: [] };
  const every = availableParallelism();
  await Promise.all(
    Array.from({ length: every }, (_, i) => {
      const task: Task = { until, steps, first: first + i, every };
      const child = fork(script, [JSON.stringify(task)], {
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
      child.on('message', (said: Said) => {
        worked.runs += 1;
        worked.steps += said.steps;
        worked.saved += said.saved;
        if (said.violations.length > 0) worked.bad.push(said);
      });
      return new Promise<void>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code, signal) =>
          code === 0 ? resolve() : reject(new Error(`a simulator ended with ${code ?? signal}`)),
        );
      });
    }),
  );
  return worked;
}
