import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

type Answer = { status: number; headers: Record<string, string>; body: string };
/** A stand-in: requests in, answers out, no socket. */
export type StandInHandle = (request: {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}) => Promise<Answer>;
export type Host = { port: number; close(): Promise<void> };

type Options = {
  handle: StandInHandle;
  /** What the stand-in believes to be called by. */
  origin: string;
  tls?: { key: string; cert: string };
  port?: number;
};

/** Gives a stand-in a socket on loopback. */
export async function host({ handle, origin, tls, port = 0 }: Options): Promise<Host> {
  const listener: RequestListener = async (request, response) => {
    try {
      const answer = await handle({
        method: request.method ?? 'GET',
        url: `${origin}${request.url}`,
        headers: flat(request),
        body: await bodyOf(request),
      });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    }
  };
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function flat(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length > 0 ? Buffer.concat(chunks).toString('utf8') : null;
}
