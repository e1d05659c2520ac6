import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Stands between Firefox and the world: mail.google.com is the stand-in, all else is refused and remembered. */
export type Gate = { port: number; refused: Set<string>; close(): Promise<void> };

export async function startProxy(mailPort: number): Promise<Gate> {
  const refused = new Set<string>();
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    refused.add(request.headers.host ?? '');
    response.writeHead(403).end();
  });
  server.on('connection', (socket) => keep(open, socket));
  server.on('connect', (request, client: Socket) => {
    if (request.url !== 'mail.google.com:443') {
      refused.add(request.url ?? '');
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const mail = connect(mailPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      mail.pipe(client).pipe(mail);
    });
    keep(open, mail);
    for (const [one, other] of [
      [mail, client],
      [client, mail],
    ] as const)
      one.on('error', () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.once('close', () => open.delete(socket));
}
