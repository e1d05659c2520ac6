import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inPlace } from './in-place.ts';
import type { AsideJob, AsideResult, AsideSaid, ChildJob, InPlaceJob } from './job.ts';

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Does a job on a database without holding the event loop. Cancelled, a process ends at once; what SQLite does in
 * place is ended first.
 */
export async function aside<J extends AsideJob>(
  job: J,
  signal?: AbortSignal,
  tell?: (done: number, total: number) => void,
): Promise<AsideResult<J>> {
  signal?.throwIfAborted();
  if (!isInPlace(job)) return (await byChild(job, signal, tell)) as AsideResult<J>;
  await inPlace(job);
  signal?.throwIfAborted();
  return null as AsideResult<J>;
}

const isInPlace = (job: AsideJob): job is InPlaceJob => ['copy', 'settle', 'compact'].includes(job.do);

function byChild(
  job: ChildJob,
  signal?: AbortSignal,
  tell?: (done: number, total: number) => void,
): Promise<AsideResult<ChildJob>> {
  return new Promise((resolve, reject) => {
    const running = fork(child, {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let failure: unknown = new Error(`The work on a database ended early (${job.do}).`);
    let result: { value: AsideResult<ChildJob> } | null = null;
    const cancel = () => {
      failure = signal?.reason;
      running.kill('SIGKILL');
    };
    signal?.addEventListener('abort', cancel, { once: true });
    running.on('message', (said: AsideSaid) => {
      if ('result' in said) result = { value: said.result };
      else if ('done' in said) tell?.(said.done, said.total);
      else failure = Object.assign(new Error(said.error.message), { code: said.error.code });
    });
    running.once('error', (error) => {
      failure = error;
    });
    running.once('close', () => {
      signal?.removeEventListener('abort', cancel);
      if (result && !signal?.aborted) resolve(result.value);
      else reject(failure);
    });
    running.send(job);
  });
}
