import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import type { LedgerEntry } from '../messages/state.ts';
import { serverFetch } from './server-fetch.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function open(origin: string) {
  const ledger: LedgerEntry[] = [];
  const note = async (entry: LedgerEntry) => void ledger.push(entry);
  return {
    ledger,
    fetch: serverFetch({ origin, purpose: 'sync', fetch: globalThis.fetch, now: () => 5, note }),
  };
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (cause: unknown) => (cause instanceof CodedError ? cause.code : cause),
  );
const json = { 'content-type': 'application/json' };

describe('[T2] a request goes', () => {
  test('to the paired origin only', async () => {
    let asked = 0;
    const other = await serve((_, answer) => {
      asked++;
      answer.end();
    });
    const { fetch, ledger } = open('http://127.0.0.1:1');
    expect(await codeOf(fetch(`${other}/trpc/x`))).toBe('server.unreachable');
    expect(asked).toBe(0);
    expect(ledger).toEqual([]);
  });

  test('nowhere else by a redirect', async () => {
    let asked = 0;
    const other = await serve((_, answer) => {
      asked++;
      answer.writeHead(200, json).end('{}');
    });
    const origin = await serve(
      (_, answer) => void answer.writeHead(302, { location: `${other}/steal` }).end(),
    );
    expect(await codeOf(open(origin).fetch(`${origin}/trpc/x`))).toBe('server.unreachable');
    expect(asked).toBe(0);
  });

  test('into the ledger with its sizes, without its query', async () => {
    const origin = await serve((_, answer) => void answer.writeHead(200, json).end('{"a":1}'));
    const { fetch, ledger } = open(origin);
    await fetch(`${origin}/trpc/x?input=secret`, { method: 'POST', body: 'four' });
    expect(ledger).toEqual([
      { at: 5, method: 'POST', url: `${origin}/trpc/x`, purpose: 'sync', status: 200, sent: 4, received: 7 },
    ]);
  });
});

describe('[T3] an answer', () => {
  test('in HTML is not Sidebook’s', async () => {
    const origin = await serve(
      (_, answer) => void answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    );
    expect(await codeOf(open(origin).fetch(`${origin}/x`))).toBe('server.not_sidebook');
  });

  test('that breaks off is no answer, and stands in the ledger', async () => {
    const origin = await serve((_, answer) => {
      answer.writeHead(200, { ...json, 'content-length': '100' });
      answer.write('{');
      setTimeout(() => answer.destroy(), 10);
    });
    const { fetch, ledger } = open(origin);
    expect(await codeOf(fetch(`${origin}/x`))).toBe('server.unreachable');
    expect(ledger).toHaveLength(1);
  });

  test('without end is cut off', async () => {
    const chunk = Buffer.alloc(1_000_000, ' ');
    const origin = await serve((_, answer) => {
      answer.writeHead(200, json);
      const pour = () => {
        while (answer.write(chunk));
        answer.once('drain', pour);
      };
      pour();
    });
    expect(await codeOf(open(origin).fetch(`${origin}/x`))).toBe('server.not_sidebook');
  });
});
