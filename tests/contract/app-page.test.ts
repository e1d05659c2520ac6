import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appPages } from '../../api/http/pages/app.ts';
import { routesOn } from '../../api/http/pages/routes.ts';
import type { Site } from '../../api/http/pages/visit.ts';
import { silentLog } from '../../api/log.ts';
import { type Running, startServer } from '../../api/start.ts';
import { type Visitor, visitor } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidebook-app-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the app as the server serves it', () => {
  const built = join(folder, 'web');
  let app: Hono;
  beforeAll(() => {
    for (const part of ['assets', 'icon']) mkdirSync(join(built, part), { recursive: true });
    writeFileSync(join(built, 'index.html'), '<!doctype html><title>Sidebook</title>');
    writeFileSync(join(built, 'service-worker.js'), '// keeps the shell');
    writeFileSync(join(built, 'assets', 'page-A1b2C3.js'), 'export const page = 1;'.repeat(100));
    writeFileSync(join(built, 'icon', '192.png'), 'png');
    writeFileSync(join(folder, 'secret.js'), 'not of the app');
    app = new Hono();
    // It is the same for everybody: the server is asked for nothing, least of all who comes.
    appPages(app, routesOn(app, {} as Site), built);
  });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

  test('every answer holds to a policy of this origin alone, without scripts made from text, in nobody’s frame', async () => {
    for (const path of [
      '/app',
      '/app/service-worker.js',
      '/app/assets/page-A1b2C3.js',
      '/app/manifest.webmanifest',
    ]) {
      const answer = await get(path, { cookie: 'sidebook.session_token=x' });
      const rules = new Map(
        (answer.headers.get('content-security-policy') ?? '')
          .split('; ')
          .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
      );
      expect(Object.fromEntries(rules)).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self' blob:",
        'connect-src': "'self'",
        'worker-src': "'self'",
        'manifest-src': "'self'",
        'base-uri': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'require-trusted-types-for': "'script'",
        'trusted-types': 'sidebook sidebook-reader',
      });
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test('what is named by its content is kept for good, all else is asked for again', async () => {
    const cached = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await cached('/app/assets/page-A1b2C3.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/app', '/app/service-worker.js', '/app/icon/192.png', '/app/manifest.webmanifest'])
      expect(await cached(path)).toBe('no-cache');
    const tag = (await get('/app')).headers.get('etag') ?? '';
    expect((await get('/app', { 'if-none-match': tag })).status).toBe(304);
  });

  test('it goes packed to whoever takes it so, and means the same', async () => {
    const packed = await get('/app/assets/page-A1b2C3.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await (await get('/app/assets/page-A1b2C3.js')).text();
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain);
  });

  test('the service worker may answer for /app, which lies above its folder', async () => {
    expect((await get('/app/service-worker.js')).headers.get('service-worker-allowed')).toBe('/app');
    expect((await get('/app/')).headers.get('location')).toBe('/app');
  });

  test.each([
    '/app/assets/..%2f..%2fsecret.js',
    '/app/assets/..%2findex.html',
    '/app/assets/constructor',
    '/app/icon/%2e%2e%2fservice-worker.js',
    '/app/nothing',
  ])('there is nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('the manifest says how it is installed, in the language of whoever asks', async () => {
    const answer = await get('/app/manifest.webmanifest', { 'accept-language': 'zh-TW' });
    expect(answer.headers.get('content-type')).toBe('application/manifest+json');
    expect(await answer.json()).toMatchObject({
      name: 'Sidebook',
      lang: 'zh-TW',
      description: expect.stringContaining('待辦'),
      start_url: '/app',
      scope: '/app',
      display: 'standalone',
      icons: expect.arrayContaining([expect.objectContaining({ sizes: '512x512', purpose: 'maskable' })]),
    });
  });

  test('a server without it says so in one sentence', async () => {
    const bare = new Hono();
    appPages(bare, routesOn(bare, {} as Site), join(folder, 'nowhere'));
    const answer = await bare.request('/app', { headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});

describe('pairing from the app', () => {
  const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
  let server: Running;
  let owner: Visitor;
  beforeAll(async () => {
    server = await startServer({ PORT: '0', SIDEBOOK_DATA: join(folder, 'data') }, { log: silentLog });
    owner = visitor(server);
    await owner.post('/setup', { ...ada, code: new URL(server.setupLink ?? '').hash });
  });
  afterAll(() => server.close());
  const claim = async (location: string | null) => {
    const [, code = ''] = /^\/app#\/pair\/([\w-]+)\/asked-1$/.exec(location ?? '') ?? [];
    const answer = await fetch(`${server.origin}/trpc/pairing.claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, deviceName: 'Chrome · Android · /app' }),
    });
    return { status: answer.status, body: (await answer.json()) as { result?: { data: { token: string } } } };
  };

  test('one click of a signed-in member is answered with a code behind the #, which counts once', async () => {
    const { status, location } = await owner.post('/app/pair/asked-1');
    expect(status).toBe(303);
    const paired = await claim(location);
    expect(paired.body.result?.data.token).toMatch(/^[\w-]{43}$/);
    expect((await claim(location)).status).not.toBe(200);
    expect((await owner.get('/devices')).text).toContain('Chrome · Android · /app');
  });

  test('who is not signed in is led to sign in, and back to the same wish', async () => {
    const { status, location } = await visitor(server).post('/app/pair/asked-1');
    expect([status, location]).toEqual([303, `/sign-in?next=${encodeURIComponent('/app/pair/asked-1')}`]);
    const signedIn = await visitor(server).post('/sign-in', { ...ada, next: '/app/pair/asked-1' });
    expect(signedIn.location).toBe('/app/pair/asked-1');
    expect((await owner.get('/app/pair/asked-1')).text).toContain('action="/app/pair/asked-1"');
  });

  test('looking at the page makes no code, and neither does the form of another page', async () => {
    const codes = async () =>
      (await server.world.directory.execute('SELECT count(*) AS n FROM pairing_code')).rows[0]?.n;
    const before = await codes();
    await owner.get('/app/pair/asked-1');
    const foreign = await owner.post('/app/pair/asked-1', {}, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.location]).toEqual([403, null]);
    expect(await codes()).toBe(before);
  });

  test('with several workspaces the choice is asked for; another person’s workspace is unknown', async () => {
    await owner.post('/workspaces', { name: 'Second' });
    expect((await owner.post('/app/pair/asked-1')).location).toBe('/app/pair/asked-1');
    const { location } = await owner.post('/app/pair/asked-1', { workspace: server.home });
    expect((await claim(location)).status).toBe(200);
    const stranger = await owner.post('/app/pair/asked-1', { workspace: '0'.repeat(36) });
    expect([stranger.status, stranger.location]).toEqual([404, null]);
  });

  test('a session is of no use to the app itself', async () => {
    const cookie = [...owner.cookies].map((pair) => pair.join('=')).join('; ');
    expect((await fetch(`${server.origin}/trpc/workspace.show`, { headers: { cookie } })).status).toBe(401);
  });
});
