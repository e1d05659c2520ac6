import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseKind, migrationsOf } from '../../api/db/migration.ts';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { type Running, startServer } from '../../api/start.ts';
import { newId } from './desk.ts';
import { contactInput, email } from './inputs.ts';

let folder: string;
let server: Running;
let token: string;

const clientFor = (bearer: string | null, link = httpLink) =>
  createTRPCClient<AppRouter>({
    links: [
      link({ url: `${server.origin}/trpc`, headers: bearer ? { authorization: `Bearer ${bearer}` } : {} }),
    ],
  });
const pairing = async (deviceName = 'Test') => {
  const code = new URL(await server.pairLink()).hash.slice(1);
  return clientFor(null).pairing.claim.mutate({ code, deviceName });
};
type Failure = { error: { message: string; data: { code: string; httpStatus: number; requestId: string } } };
const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${server.origin}/trpc/${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
  });
  return { status: answer.status, body: (await answer.json()) as Failure };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-http-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
  ({ token } = await pairing());
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('pairing', () => {
  it('turns a link into a token once, and says which workspace and member it is for', async () => {
    const code = new URL(await server.pairLink()).hash.slice(1);
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
    const paired = await clientFor(null).pairing.claim.mutate({
      code: code.toLowerCase().replace('-', ' '),
      deviceName: 'Laptop',
    });
    expect(paired).toMatchObject({ workspace: { id: server.home }, member: { id: server.owner.id } });
    expect(paired.token).toHaveLength(43);
    await expect(clientFor(null).pairing.claim.mutate({ code, deviceName: 'Again' })).rejects.toMatchObject({
      data: { code: 'pairing.expired' },
    });
    await expect(
      clientFor(null).pairing.claim.mutate({ code: 'AAAA-AAAA', deviceName: 'Guess' }),
    ).rejects.toMatchObject({ data: { code: 'pairing.unknown' } });
  });

  it('of two claims at the same moment one wins', async () => {
    const code = new URL(await server.pairLink()).hash.slice(1);
    const claims = ['a', 'b', 'c'].map((deviceName) =>
      clientFor(null).pairing.claim.mutate({ code, deviceName }),
    );
    const settled = await Promise.allSettled(claims);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps neither the token nor the code in the database', async () => {
    const { code } = await clientFor(token).pairing.create.mutate();
    const { rows } = await server.world.directory.execute(
      `SELECT (SELECT group_concat(hash) FROM pairing_code) || (SELECT group_concat(hash) FROM device_token) AS kept`,
    );
    expect(String(rows[0]?.kept)).not.toContain(token);
    expect(String(rows[0]?.kept).toUpperCase()).not.toContain(code.replace('-', ''));
  });

  it('a revoked device is turned away at its next request, its code and a stranger likewise', async () => {
    const other = await pairing('Lost laptop');
    const lost = clientFor(other.token);
    expect((await lost.workspace.show.query()).id).toBe(server.home);
    const device = (await clientFor(token).device.list.query()).find(({ name }) => name === 'Lost laptop');
    await clientFor(token).device.revoke.mutate({ id: device?.id ?? '' });
    await expect(lost.workspace.show.query()).rejects.toMatchObject({
      data: { code: 'auth.revoked', httpStatus: 401 },
    });
    for (const bearer of [null, 'x', 'A'.repeat(43)])
      await expect(clientFor(bearer).workspace.show.query()).rejects.toMatchObject({
        data: { code: 'auth.required', httpStatus: 401 },
      });
    await expect(clientFor(token).device.revoke.mutate({ id: newId() })).rejects.toMatchObject({
      data: { code: 'not_found' },
    });
  });
});

describe('one wire for single calls, batches and hot reads', () => {
  it('a hot read answers the same straight and in a batch', async () => {
    const contact = contactInput({ keys: [email('wire@x.example')] });
    const clientId = newId();
    const mutations = [{ number: 1, verb: 'contact.add', input: contact, at: Date.now() }];
    expect(await clientFor(token).sync.push.mutate({ clientId, confirmed: 0, mutations })).toMatchObject({
      results: [{ number: 1, status: 'applied' }],
    });
    const single = clientFor(token);
    const batch = clientFor(token, httpBatchLink as never);
    const first = { epoch: null, cursor: 0, limit: 100 };
    expect(await batch.sync.pull.query(first)).toEqual(await single.sync.pull.query(first));
    expect(await batch.person.show.query({ email: 'wire@x.example' })).toEqual(
      await single.person.show.query({ contactId: contact.id }),
    );
    const method = httpLink({
      url: `${server.origin}/trpc`,
      methodOverride: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const posting = createTRPCClient<AppRouter>({ links: [method] });
    expect((await posting.person.show.query({ email: 'wire@x.example' })).contact.id).toBe(contact.id);
    for (const asking of [single, batch])
      await expect(asking.person.show.query({ contactId: 'nobody' })).rejects.toMatchObject({
        data: { code: 'contact.unknown' },
      });
  });

  it('answers extensions across origins and nobody else', async () => {
    const ask = (origin: string) =>
      fetch(`${server.origin}/trpc/workspace.show`, {
        headers: { origin, authorization: `Bearer ${token}` },
      });
    for (const origin of ['chrome-extension://abcdefgh', 'moz-extension://1234-abcd']) {
      const answer = await ask(origin);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
    for (const origin of ['https://evil.example', 'null', 'https://chrome-extension.evil.example'])
      expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${server.origin}/trpc/sync.push`, {
      method: 'OPTIONS',
      headers: { origin: 'chrome-extension://abcdefgh' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  });
});

describe('bad input', () => {
  const json = JSON.stringify;
  it.each([
    ['no body', ''],
    ['no JSON', '{"a":'],
    ['a wrong type', json({ clientId: 7, confirmed: 0, mutations: [] })],
    ['an array', '[]'],
    ['null', 'null'],
    ['a foreign field', json({ clientId: newId(), confirmed: 0, mutations: [], admin: true })],
    ['a number that is none', '{"clientId":"x","confirmed":1e999,"mutations":[]}'],
    ['a prototype', `{"clientId":"${newId()}","confirmed":0,"mutations":[],"__proto__":{"a":1}}`],
    ['a prototype, escaped', `{"a":{"\\u005f_proto__":{"a":1}}}`],
    ['a constructor', `{"constructor":{"prototype":{}}}`],
    ['too deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('%s is input.invalid, not a failure of the server', async (_name, body) => {
    const answer = await post('sync.push', body);
    expect(answer.body.error.data.code).toBe('input.invalid');
    expect(answer.status).toBe(400);
    expect(json(answer.body)).not.toMatch(/stack|zod|at \/|node_modules/i);
  });

  it('a push of more mutations than one may carry is told so', async () => {
    const answer = await post(
      'sync.push',
      json({ clientId: newId(), confirmed: 0, mutations: Array(51).fill({}) }),
    );
    expect(answer.body.error.data.code).toBe('sync.batch_too_large');
    expect(answer.status).toBe(413);
  });

  it('[T4] a client of a far-off protocol is told which side is old', async () => {
    const ask = async (said: string) => {
      const answer = await fetch(`${server.origin}/trpc/workspace.show`, {
        headers: { authorization: `Bearer ${token}`, 'x-sidebook-protocol': said },
      });
      return [answer.status, ((await answer.json()) as Partial<Failure>).error?.data.code];
    };
    expect(await ask('1')).toEqual([200, undefined]);
    expect(await ask('9')).toEqual([426, 'server.older']);
    expect(await ask('x')).toEqual([400, 'input.invalid']);
  });

  it('a hot read checks its input too', async () => {
    const ask = async (path: string, input: unknown) =>
      (
        await fetch(`${server.origin}/trpc/${path}?input=${encodeURIComponent(json(input))}`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).json() as Promise<Failure>;
    for (const [path, input] of [
      ['person.show', { contactId: { $ne: null } }],
      ['person.show', { email: 'a'.repeat(5_000) }],
      ['sync.pull', { epoch: null, cursor: -1, limit: 10 }],
      ['sync.pull', { epoch: null, cursor: 0, limit: 1e9 }],
      ['search.find', { text: 'x'.repeat(5_000), limit: 5 }],
    ] as const)
      expect((await ask(path, input)).error.data.code, path).toBe('input.invalid');
  });

  it('a body too large is 413, with a length or in chunks, from a stranger already when small', async () => {
    const large = json({ text: 'x'.repeat(300_000) });
    expect((await post('device.revoke', large)).body.error.data.code).toBe('input.too_large');
    expect((await post('pairing.claim', large, { authorization: '' })).status).toBe(413);
    expect(await chunked('device.revoke', 300)).toBe(413);
    expect(await chunked('sync.push', 14_000)).toBe(413);
    expect((await post('sync.push', large, { authorization: '' })).status).toBe(401);
  });

  it('one mutation too large is refused under its number, the next one goes through', async () => {
    const big = contactInput({
      own: Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`k${i}`, 'x'.repeat(19_999)])),
    });
    const clientId = newId();
    const answer = await clientFor(token).sync.push.mutate({
      clientId,
      confirmed: 0,
      mutations: [big, contactInput()].map((input, i) => ({
        number: i + 1,
        verb: 'contact.add',
        input,
        at: 1,
      })),
    });
    expect(answer.results).toMatchObject([{ code: 'input.too_large' }, { status: 'applied' }]);
  });

  it('thousands of calls in one request are refused before the first is made', async () => {
    const calls = 'workspace.show,'.repeat(3_000).slice(0, -1);
    const get = await fetch(`${server.origin}/trpc/${','.repeat(3_000)}?batch=1`);
    expect(get.status).toBe(413);
    const answer = await post(`${calls.slice(0, 7_000)}?batch=1`, '{}');
    expect(answer.body.error.data.code).toBe('sync.batch_too_large');
  });

  it('what is not there is not_found', async () => {
    expect((await post('nothing.here', '{}')).body.error.data.code).toBe('not_found');
    expect((await fetch(`${server.origin}/wp-admin`)).status).toBe(404);
    expect((await post('workspace.show', '{}')).status).toBeLessThan(500);
  });

  it('guessing codes is stopped after ten a minute', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 30; i++)
      codes.push(
        (await post('pairing.claim', json({ code: 'AAAA-AAAA', deviceName: 'x' }))).body.error.data.code,
      );
    expect(codes.at(-1)).toBe('server.busy');
  });

  it('an unexpected failure says nothing of itself', async () => {
    await server.world.directory.execute('ALTER TABLE device RENAME TO device_gone');
    try {
      const answer = await post('device.list', '', { authorization: `Bearer ${'B'.repeat(43)}` });
      expect(answer.status).toBe(500);
      expect(answer.body.error).toMatchObject({
        message: 'server.unexpected',
        data: { code: 'server.unexpected' },
      });
      expect(json(answer.body)).not.toMatch(/device_gone|no such table|SQLITE/);
      expect(answer.body.error.data.requestId).toMatch(/^[0-9a-f-]{36}$/);
    } finally {
      await server.world.directory.execute('ALTER TABLE device_gone RENAME TO device');
    }
  });
});

describe('pages', () => {
  it.each([
    ['de,zh-HK;q=0.8,en;q=0.5', 'zh-TW', '配對這個瀏覽器'],
    ['zh-CN,zh', 'zh-CN', '配对此浏览器'],
    ['fr', 'en', 'Pair this browser'],
  ])('the pairing page speaks the language of %s, and can run nothing', async (accept, lang, title) => {
    const answer = await fetch(`${server.origin}/pair`, { headers: { 'accept-language': accept } });
    const text = await answer.text();
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).not.toContain('<script');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*frame-ancestors 'none'$/,
    );
  });

  it('says whether it can write, by which engine and with what durability', async () => {
    expect(await (await fetch(`${server.origin}/readyz`)).json()).toEqual({
      ready: true,
      engine: 'file',
      durability: 'wal, synchronous=FULL',
      migrations: { directory: level('directory'), workspace: level('workspace') },
      reason: null,
    });
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  });
});

const level = (kind: DatabaseKind) => migrationsOf(kind).at(-1)?.name;

/** Sends so many kilobytes without saying how many. */
const chunked = (path: string, kilobytes: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const sending = request(
      `${server.origin}/trpc/${path}`,
      {
        method: 'POST',
        headers: {
          'transfer-encoding': 'chunked',
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
        },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
        sending.destroy();
      },
    );
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    for (let i = 0; i < kilobytes; i++) sending.write(' '.repeat(1_000));
    sending.end();
  });
