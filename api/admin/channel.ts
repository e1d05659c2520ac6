import { randomBytes, timingSafeEqual } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodedError } from '../../shared/kit/error.ts';
import type { Log } from '../log.ts';
import { type AdminLine, type AdminVerbs, channelPath } from './verb.ts';

export type Channel = { close: () => Promise<void> };

const mostOfInput = 1_000_000;

/**
 * The door for whoever sits at the server's machine: loopback, a port and a secret of this very run, both readable by
 * the account that runs the server alone. Gone when the server is.
 */
export async function openChannel(data: string, verbs: AdminVerbs, log: Log): Promise<Channel> {
  const secret = randomBytes(32).toString('base64url');
  const running = new Set<AbortController>();
  const server = createServer((request, response) => {
    void answer(request, response, { secret, verbs, running, log });
  });
  const port = await listening(server);
  const path = channelPath(data);
  // Whole or not at all: somebody may ask at this very moment.
  writeFileSync(`${path}.new`, JSON.stringify({ pid: process.pid, port, secret }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return {
    close: async () => {
      rmSync(path, { force: true });
      for (const job of running) job.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await closed;
    },
  };
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

type Parts = { secret: string; verbs: AdminVerbs; running: Set<AbortController>; log: Log };

/** One verb a request. Lines of progress, then one line with the answer; who hangs up cancels. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { secret, verbs, running, log }: Parts,
): Promise<void> {
  const name = (request.url ?? '').slice(1);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const known = sameText(request.headers.authorization ?? '', `Bearer ${secret}`);
  // A page in a browser of this machine sends an origin; nobody else does.
  if (!known || request.headers.origin !== undefined || request.method !== 'POST' || !verb) {
    response.writeHead(known && !verb ? 404 : 403).end();
    return;
  }
  const job = new AbortController();
  running.add(job);
  response.once('close', () => job.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const say = (line: AdminLine) => response.write(`${JSON.stringify(line)}\n`);
  try {
    const input = JSON.parse(await bodyOf(request)) as unknown;
    const result = await verb(input, { report: (progress) => say({ progress }), signal: job.signal });
    say({ result: result ?? null });
  } catch (error) {
    const code = error instanceof CodedError ? error.code : null;
    if (code === null) log.warn({ err: error, verb: name }, 'admin verb failed');
    say({ error: { code, message: error instanceof Error ? error.message : String(error) } });
  } finally {
    running.delete(job);
    response.end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length > mostOfInput) throw new CodedError('input.too_large');
  }
  return Buffer.concat(parts).toString('utf8') || 'null';
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
