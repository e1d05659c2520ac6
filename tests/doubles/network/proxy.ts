import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { type Head, headOf, requestOf } from './http-bytes.ts';

/**
 * What becomes of one exchange:
 * `pass` nothing · `refuse` hung up before a byte is read · `cutRequest` half of it reaches the server · `loseAnswer` it is
 * done, and the answer lost · `truncate` half of the answer, then the end · `cutAnswer` half of the answer, then a reset ·
 * `silent` never delivered, never answered · `halfOpen` delivered, and the answer never comes · `garbage` bytes that are no
 * HTTP · `badGateway` a proxy's 502 page · `drip` the answer in crumbs · `slow` the request arrives late ·
 * `doubled` it arrives twice · `replay` once more, after a later one
 */
export const wireFaults = [
  'refuse',
  'cutRequest',
  'loseAnswer',
  'truncate',
  'cutAnswer',
  'silent',
  'halfOpen',
  'garbage',
  'badGateway',
  'drip',
  'slow',
  'doubled',
  'replay',
] as const;
export type WireFault = (typeof wireFaults)[number];
export type Weather = (exchange: { path: string; number: number }) => WireFault | 'pass';

/** A loopback address between a client and a server that treats the bytes of each exchange as told. */
export type FaultProxy = {
  readonly url: string;
  /** From now on; what hangs is hung up. */
  turn(weather: Weather): void;
  /** Everything passes again. */
  heal(): void;
  /** How often each fault met an exchange. */
  readonly met: Readonly<Record<WireFault | 'pass', number>>;
  close(): Promise<void>;
};

const page = `<!doctype html><html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>`;
const badGateway = `HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page}`;
const garbage = Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 89 + 17) % 256));
const crumb = 256;
const lateMs = 700;

export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(upstream);
  const sockets = new Set<Socket>();
  const met = Object.fromEntries(['pass', ...wireFaults].map((name) => [name, 0])) as Record<
    WireFault | 'pass',
    number
  >;
  let weather: Weather = () => 'pass';
  let count = 0;
  let stale: Buffer | null = null;

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A reset is what these sockets are for; `close` follows every error.
    socket.on('error', () => undefined);
    return socket;
  };
  const toServer = () => keep(connect({ host: hostname, port: Number(port) }));

  /** The whole answer to some bytes, or as much as came. */
  const ask = (bytes: Buffer): Promise<Buffer> =>
    new Promise((resolve) => {
      const chunks: Buffer[] = [];
      const server = toServer();
      server.on('data', (chunk) => chunks.push(chunk as Buffer));
      server.once('close', () => resolve(Buffer.concat(chunks)));
      server.write(bytes);
    });
  const reset = (client: Socket) => void client.resetAndDestroy();

  async function exchange(client: Socket, request: Buffer, { path }: Head): Promise<void> {
    const number = ++count;
    const fault = weather({ path, number });
    met[fault]++;
    switch (fault) {
      case 'refuse':
        return reset(client);
      case 'cutRequest': {
        const server = toServer();
        server.write(request.subarray(0, Math.floor(request.length / 2)), () => server.resetAndDestroy());
        return reset(client);
      }
      case 'loseAnswer':
        await ask(request);
        return reset(client);
      case 'truncate':
      case 'cutAnswer': {
        const answer = await ask(request);
        const half = answer.subarray(0, Math.floor(answer.length * 0.6));
        if (fault === 'truncate') client.end(half);
        else client.write(half, () => reset(client));
        return;
      }
      case 'silent':
        return;
      case 'halfOpen':
        await ask(request);
        return;
      case 'garbage':
        client.end(garbage);
        return;
      case 'badGateway':
        client.end(badGateway);
        return;
      case 'drip': {
        const answer = await ask(request);
        for (let at = 0; at < answer.length && !client.destroyed; at += Math.max(crumb, answer.length / 40)) {
          client.write(answer.subarray(at, at + Math.max(crumb, answer.length / 40)));
          await sleep(10);
        }
        client.end();
        return;
      }
      case 'slow':
        await sleep(lateMs);
        break;
      case 'doubled':
        void ask(request);
        break;
      case 'replay':
        // The request of long ago comes once more, after what was sent since.
        if (stale) void ask(stale);
        stale = request;
        break;
    }
    const server = toServer();
    server.write(request);
    server.pipe(client);
    server.once('close', () => client.end());
    client.once('close', () => server.destroy());
  }

  const server = createServer({ noDelay: true }, (client) => {
    keep(client);
    let taken = Buffer.alloc(0);
    let isBusy = false;
    client.on('data', (chunk) => {
      taken = Buffer.concat([taken, chunk as Buffer]);
      const request = isBusy ? null : requestOf(taken);
      if (!request) return;
      // One exchange a connection: the answer ends with it.
      isBusy = true;
      void exchange(client, request, headOf(request));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    turn(next) {
      weather = next;
    },
    heal() {
      weather = () => 'pass';
      hangUp();
    },
    met,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
