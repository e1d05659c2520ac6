import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultyNetwork, startFaultyNetwork } from './faulty.ts';

const upstream = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ path: request.url, body, token: request.headers.authorization ?? null }));
});
let network: FaultyNetwork;

beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  network = await startFaultyNetwork(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await network.close();
  await new Promise((resolve) => upstream.close(resolve));
});

test('passes a request through with its body and token when nothing is to fail', async () => {
  const answer = await fetch(`${network.url}/trpc/x?a=1`, {
    method: 'POST',
    body: '{"n":1}',
    headers: { authorization: 'Bearer t' },
  });
  expect(await answer.json()).toEqual({ path: '/trpc/x?a=1', body: '{"n":1}', token: 'Bearer t' });
});

test('answers a page where an answer of the protocol was due', async () => {
  network.fail('html');
  const answer = await fetch(network.url);
  expect(answer.headers.get('content-type')).toBe('text/html');
  expect(await answer.text()).toContain('Wi-Fi');
});

test('cuts an answer in its middle', async () => {
  network.fail('cut');
  const answer = await fetch(network.url);
  await expect(answer.text()).rejects.toThrow();
});

test('never answers when silent, and heals', async () => {
  network.fail('silent');
  await expect(fetch(network.url, { signal: AbortSignal.timeout(200) })).rejects.toThrow();
  network.fail(null);
  expect((await fetch(network.url)).status).toBe(200);
  expect(network.seen.at(-1)).toBe('GET /');
});
