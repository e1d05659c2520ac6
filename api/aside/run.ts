import { Worker } from 'node:worker_threads';
import type { AsideJob, AsideResult, AsideSaid } from './job.ts';

/**
 * Does a job on a file without holding the event loop. Who cancels gets an error at once; the thread ends with the
 * statement it is in.
 */
export function aside<J extends AsideJob>(
  job: J,
  signal?: AbortSignal,
  tell?: (done: number, total: number) => void,
): Promise<AsideResult<J>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: job,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    let failure: unknown = new Error(`The work on a database ended early (${job.do}).`);
    let result: { value: AsideResult<J> } | null = null;
    const cancel = () => {
      failure = signal?.reason;
      void worker.terminate();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (said: AsideSaid) => {
      if ('result' in said) result = { value: said.result as AsideResult<J> };
      else tell?.(said.done, said.total);
    });
    worker.once('error', (error) => {
      failure = error;
    });
    // Only now are its connections closed.
    worker.once('exit', () => {
      signal?.removeEventListener('abort', cancel);
      if (result && !signal?.aborted) resolve(result.value);
      else reject(failure);
    });
  });
}
