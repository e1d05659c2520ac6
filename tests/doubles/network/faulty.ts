import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Fault, faults } from './faults.ts';

/** A loopback address that stands between a client and a server and spoils the answers as told. */
export type FaultyNetwork = {
  readonly url: string;
  /** null: pass everything through, unspoilt. */
  fail(fault: Fault | null): void;
  /** Method and path of every request that came, in order. */
  readonly seen: readonly string[];
  close(): Promise<void>;
};

/** @param upstream the real server; without one, an unspoilt request is answered 404 */
export async function startFaultyNetwork(upstream: string | null, port = 0): Promise<FaultyNetwork> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  let fault: Fault | null = null;
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const spoil = fault === null ? null : faults[fault];
    const answered = spoil ? spoil(response) : pass(upstream, request, response);
    // An upstream that is gone looks like a network that is gone.
    Promise.resolve(answered).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: (next) => {
      fault = next;
    },
    seen,
    close: () => end(server, sockets),
  };
}

async function pass(upstream: string | null, request: IncomingMessage, response: ServerResponse) {
  if (!upstream) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && !hopByHop.has(name)) headers.set(name, value);
  const answer = await fetch(new URL(request.url ?? '/', upstream), {
    method: request.method ?? 'GET',
    headers,
    redirect: 'manual',
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  const passed: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    if (!hopByHop.has(name)) passed[name] = value;
  });
  response.writeHead(answer.status, passed);
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** Headers of one connection, and those that fetch sets or undoes by itself. */
const hopByHop = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

function end(server: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
