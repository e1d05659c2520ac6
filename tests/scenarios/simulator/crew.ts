import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** What one run in a thread of its own says. */
export type Said = { seed: string; steps: number; saved: number; violations: string[] };
export type Crew = { until: number; threads?: number; steps: number; first: number };
export type Worked = { runs: number; steps: number; saved: number; bad: Said[] };

/** Runs seed after seed on every core until a time; a seed that finds something is told with its violations. */
export async function workUntil({
  until,
  threads = availableParallelism(),
  steps,
  first,
}: Crew): Promise<Worked> {
  const worked: Worked = { runs: 0, steps: 0, saved: 0, bad: [] };
  await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const worker = new Worker(new URL('./thread.ts', import.meta.url), {
        workerData: { until, steps, first: first + thread, every: threads },
      });
      worker.on('message', (said: Said) => {
        worked.runs += 1;
        worked.steps += said.steps;
        worked.saved += said.saved;
        if (said.violations.length > 0) worked.bad.push(said);
      });
      await new Promise<void>((resolve, reject) => {
        worker.once('error', reject);
        worker.once('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`)),
        );
      });
    }),
  );
  return worked;
}
