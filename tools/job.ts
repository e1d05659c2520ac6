import type { Job } from '../api/services/backup/keeper.ts';

/** Runs a long work from a terminal: shows how far it is, Ctrl-C cancels it, a failure is one sentence. */
export async function runJob(work: (job: Job) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Cancelled.')));
  const job: Job = {
    signal: stop.signal,
    report: ({ what, done, total }) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${what} ${Math.floor((100 * done) / Math.max(1, total))} %`);
    },
  };
  try {
    await work(job);
  } catch (error) {
    process.exitCode = 1;
    const failure = stop.signal.aborted ? stop.signal.reason : error;
    console.error(failure instanceof Error ? failure.message : String(failure));
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

export const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
