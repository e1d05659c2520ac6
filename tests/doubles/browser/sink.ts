import { type AddressInfo, createServer } from 'node:net';

/** What Chromium asks for itself in a fresh profile, whatever is loaded: updates, sign-in, autofill, and warming up a connection. */
const ownBusiness = new Set([
  'update.googleapis.com',
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'mail.google.com',
]);

export type Sink = {
  port: number;
  /** Hosts of connections that came here: whatever got past the recorder, from the browser's first moment on. */
  leaked: string[];
  close(): Promise<void>;
};

/** Where every host name resolves to. It reads the name that was wanted and hangs up. */
export async function openSink(): Promise<Sink> {
  const leaked: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', (bytes) => {
      const host = wantedHost(bytes);
      if (!ownBusiness.has(host)) leaked.push(host);
      socket.destroy();
    });
    // A browser that hangs up first is no failure of the test.
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    leaked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The Host header of HTTP, or the server name that a TLS ClientHello carries in clear (RFC 8446, 4.1.2; RFC 6066, 3). */
function wantedHost(bytes: Buffer): string {
  if (bytes[0] !== 22) return bytes.toString('latin1').match(/^Host: (\S+)/im)?.[1] ?? 'unnamed';
  // Record and handshake headers, version and random; then session, cipher suites and compression, each with its length.
  let at = 5 + 4 + 2 + 32;
  at += 1 + bytes.readUInt8(at);
  at += 2 + bytes.readUInt16BE(at);
  at += 1 + bytes.readUInt8(at) + 2;
  while (at + 9 < bytes.length) {
    const length = bytes.readUInt16BE(at + 2);
    if (bytes.readUInt16BE(at) === 0) {
      return bytes.toString('latin1', at + 9, at + 9 + bytes.readUInt16BE(at + 7));
    }
    at += 4 + length;
  }
  return 'unnamed';
}
