import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { inRoot } from '../../../tools/paths.ts';

/** The server as a process of its own, as `npm run serve` runs it. */
export type ServerProcess = {
  readonly url: string;
  readonly data: string;
  /** What it wrote since its first start. */
  output(): string;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>;
  /** SIGKILL: as if the power went. */
  kill(): Promise<void>;
  /** Again on the same port and data. */
  start(): Promise<void>;
};

const patience = 60_000;

export async function startServerProcess(
  data: string,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  let written = '';

  const start = async () => {
    const started = spawn(process.execPath, [inRoot('api/server.ts')], {
      env: { ...process.env, PORT: String(port), SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        started.kill('SIGKILL');
        reject(new Error(`The server did not start: ${written}`));
      }, patience);
      const take = (text: string) => {
        written += text;
        if (!written.includes('Sidebook is ready at')) return;
        clearTimeout(late);
        resolve();
      };
      started.stdout?.setEncoding('utf8').on('data', take);
      started.stderr?.setEncoding('utf8').on('data', take);
      started.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`The server ended with ${code}: ${written}`));
      });
    });
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = child;
    child = null;
    written = written.replaceAll('Sidebook is ready at', 'Sidebook was ready at');
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill(signal);
    await ended;
  };

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    output: () => written,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
