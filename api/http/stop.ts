import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Open requests get their answers; after this long, connections end whatever they do. */
const drainMs = 5_000;

/**
 * Lets a server be stopped without waiting for nothing. Node closes idle connections, but takes one that has never
 * asked anything for a busy one; browsers open such in advance.
 */
export function stoppable(server: Server): () => Promise<void> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));

  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of unused) socket.destroy();
    // A connection whose answer, or stream, has just ended is idle only now.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const late = setTimeout(() => server.closeAllConnections(), drainMs);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
}
