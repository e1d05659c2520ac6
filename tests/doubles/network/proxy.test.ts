import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy, type WireFault } from './proxy.ts';

/** Bodies as they reached the server, whole ones only. */
const arrived: string[] = [];
const upstream = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    arrived.push(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ path: request.url, body, text: 'x'.repeat(4_000) }));
  });
});
let proxy: FaultProxy;

beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  proxy = await startFaultProxy(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await proxy.close();
  await new Promise((resolve) => upstream.close(resolve));
});
beforeEach(() => {
  arrived.length = 0;
  proxy.heal();
});

const send = (body: string, ms = 5_000) =>
  fetch(`${proxy.url}/trpc/sync.push?x=1`, { method: 'POST', body, signal: AbortSignal.timeout(ms) });
const under = (fault: WireFault) => proxy.turn(() => fault);

test('passes requests and answers as they are, one after another and side by side', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map(async (body) => (await send(body)).json()));
  expect(answers.map(({ body }) => body)).toEqual(['a', 'b', 'c']);
  expect(answers[0].path).toBe('/trpc/sync.push?x=1');
  expect(await (await send('ü陳'.repeat(9_000))).json()).toMatchObject({ body: 'ü陳'.repeat(9_000) });
});

test.each<[WireFault, number]>([
  ['refuse', 0],
  ['cutRequest', 0],
  ['loseAnswer', 1],
  ['truncate', 1],
  ['cutAnswer', 1],
  ['garbage', 0],
])('%s: the client gets no answer, and the server got %i whole requests', async (fault, whole) => {
  under(fault);
  await expect(send('x'.repeat(5_000)).then((answer) => answer.json())).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(arrived).toHaveLength(whole);
  expect(proxy.met[fault]).toBeGreaterThan(0);
});

test.each<[WireFault, number]>([
  ['silent', 0],
  ['halfOpen', 1],
])('%s: the client waits for ever, the server got %i, and healing hangs up', async (fault, whole) => {
  under(fault);
  await expect(send('hello', 300)).rejects.toThrow(/timeout/);
  const hanging = send('again').catch((cause: unknown) => cause);
  await new Promise((resolve) => setTimeout(resolve, 50));
  proxy.heal();
  expect(await hanging).toBeInstanceOf(TypeError);
  expect(arrived).toHaveLength(whole * 2);
});

test('badGateway answers a page and asks nobody', async () => {
  under('badGateway');
  const answer = await send('hello');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
  expect(arrived).toEqual([]);
});

test.each<WireFault>(['drip', 'slow'])('%s: the answer is whole, and late', async (fault) => {
  under(fault);
  const started = performance.now();
  expect(await (await send('hello')).json()).toMatchObject({ body: 'hello', text: 'x'.repeat(4_000) });
  expect(performance.now() - started).toBeGreaterThan(100);
});

test('doubled: one answer, two requests', async () => {
  under('doubled');
  expect(await (await send('hello')).json()).toMatchObject({ body: 'hello' });
  await expect.poll(() => arrived).toEqual(['hello', 'hello']);
});

test('replay: an earlier request comes again behind a later one', async () => {
  under('replay');
  await (await send('first')).text();
  await (await send('second')).text();
  await expect.poll(() => arrived.toSorted()).toEqual(['first', 'first', 'second']);
});
