import { X509Certificate } from 'node:crypto';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

const now = Date.UTC(2026, 10, 20);

test('the certificate is for its host, signed by its own key and valid for ten years', () => {
  const { cert } = makeCertificate('mail.google.com', now);
  const read = new X509Certificate(cert);
  expect(read.checkHost('mail.google.com')).toBe('mail.google.com');
  expect(read.checkHost('www.google.com')).toBeUndefined();
  expect(read.verify(read.publicKey)).toBe(true);
  expect(Date.parse(read.validFrom)).toBeLessThan(now);
  expect(new Date(read.validTo).getUTCFullYear()).toBe(2036);
});

test('every certificate has a key of its own', () => {
  expect(makeCertificate('a.test', now).pin).not.toBe(makeCertificate('a.test', now).pin);
});

test('a server answers over TLS with it to a client that trusts it', async () => {
  const { key, cert } = makeCertificate('mail.google.com', Date.now());
  const server = createServer({ key, cert }, (_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const text = await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, servername: 'mail.google.com', ca: cert, agent: false }, (answer) =>
      answer.setEncoding('utf8').on('data', resolve),
    )
      .once('error', reject)
      .end();
  });
  expect(text).toBe('hello');
  server.closeAllConnections();
  server.close();
});
