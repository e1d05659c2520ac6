import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

const asked = async (proxies: number, forwarded?: string): Promise<string> => {
  const app = new Hono().get('/', (c) => c.text(addressOf(c, proxies)));
  const socket = { remoteAddress: '10.0.0.9', remotePort: 1, remoteFamily: 'IPv4' };
  const headers = forwarded ? { 'x-forwarded-for': forwarded } : {};
  return (await app.request('/', { headers }, { incoming: { socket } })).text();
};

test('without a trusted proxy the header is a stranger’s word', async () => {
  expect(await asked(0, '1.2.3.4')).toBe('10.0.0.9');
});

test('behind one proxy the last address is the caller, whatever was claimed before it', async () => {
  expect(await asked(1, '6.6.6.6, 1.2.3.4')).toBe('1.2.3.4');
  expect(await asked(2, '6.6.6.6, 1.2.3.4, 10.0.0.1')).toBe('1.2.3.4');
});

test('a proxy that says nothing leaves the connection', async () => {
  expect(await asked(1)).toBe('10.0.0.9');
  expect(await asked(3, '1.2.3.4')).toBe('10.0.0.9');
});
