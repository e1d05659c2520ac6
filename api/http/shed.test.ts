import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { makeShed } from './shed.ts';

function world() {
  let at = 0;
  let over: (() => void)[] = [];
  let waiting = 0;
  const shed = makeShed({
    now: () => at,
    afterTurn: (run) => void over.push(run),
    writesWaiting: () => waiting,
    random: () => 0.5,
  });
  const ask = (who: string, url = '/trpc/person.show', method = 'GET') => {
    const said: { status?: number; headers?: Record<string, unknown>; body?: string } = {};
    const response = {
      writeHead: (status: number, headers: Record<string, unknown>) =>
        Object.assign(said, { status, headers }),
      end: (body: Buffer) => Object.assign(said, { body: body.toString() }),
    } as unknown as ServerResponse;
    const headers = { authorization: who, origin: 'chrome-extension://abc' };
    const refused = shed.refuses({ url, method, headers } as unknown as IncomingMessage, response);
    return { refused, ...said };
  };
  return {
    shed,
    ask,
    work: (ms: number) => {
      at += ms;
    },
    endTurn: () => {
      for (const run of over.splice(0)) run();
      over = [];
    },
    writes: (count: number) => {
      waiting = count;
    },
  };
}

describe('shedding', () => {
  test('the files of the app are given in any turn: a page that lacks one is no page', () => {
    const { ask, work } = world();
    ask('nora');
    work(51);
    const refused = (url: string, method = 'GET') => ask('nora', url, method).refused;
    expect(['/app', '/app/assets/page-A1.js', '/app/service-worker.js'].map((url) => refused(url))).toEqual([
      false,
      false,
      false,
    ]);
    expect([refused('/app/pair/x', 'POST'), refused('/app/pair/x'), refused('/apple')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('one long turn of the event loop refuses what comes late in it, and the next turn starts anew', () => {
    const { ask, work, endTurn } = world();
    expect(ask('nora').refused).toBe(false);
    work(51);
    expect(ask('nora').refused).toBe(true);
    endTurn();
    expect(ask('nora').refused).toBe(false);
  });

  test('a refusal is a coded answer with a Retry-After that the extension may read', () => {
    const { ask, work } = world();
    ask('nora');
    work(51);
    const { status, headers, body } = ask('nora');
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'retry-after': '3',
      'access-control-allow-origin': 'chrome-extension://abc',
    });
    expect(JSON.parse(body ?? '').error.data.errorCode).toBe('server.busy');
  });

  test('under pressure whoever asks more than twice their share is refused first', () => {
    const { ask, work } = world();
    for (let i = 0; i < 400; i++) ask('noisy');
    for (let i = 0; i < 20; i++) ask('nora');
    work(30);
    expect(ask('noisy').refused).toBe(false); // alone with one other, 400 of 420 is under twice the half
    for (const other of ['mia', 'omar', 'lin', 'ada']) ask(other);
    expect(ask('noisy').refused).toBe(true);
    expect(ask('nora').refused).toBe(false);
  });

  test('a long queue of writes refuses writes and no reads', () => {
    const { ask, writes } = world();
    writes(601);
    expect(ask('nora', '/trpc/sync.push', 'POST').refused).toBe(true);
    expect(ask('nora').refused).toBe(false);
  });

  test('health is answered under any load', () => {
    const { ask, work } = world();
    ask('nora');
    work(500);
    expect(ask('', '/healthz').refused).toBe(false);
    expect(ask('', '/readyz').refused).toBe(false);
  });
});
