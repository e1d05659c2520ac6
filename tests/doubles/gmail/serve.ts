import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type StandIn, type StandInOptions, standInGmail } from './standin.ts';

type Serve = {
  key: string | Buffer;
  cert: string | Buffer;
  port: number;
  standIn?: StandIn;
} & StandInOptions;

/** The stand-in behind TLS on loopback, for a browser whose resolver maps mail.google.com to it. */
export async function serveStandIn({
  key,
  cert,
  port,
  standIn,
  ...options
}: Serve): Promise<{ port: number; close(): Promise<void> }> {
  const { handle } = standIn ?? standInGmail(options);
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      handle({
        method: request.method ?? 'GET',
        url: `https://mail.google.com${request.url ?? '/'}`,
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: chunks.length > 0 ? Buffer.concat(chunks).toString('utf8') : null,
      }).then(
        (answer) => response.writeHead(answer.status, answer.headers).end(answer.body),
        (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : 'failed'),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
