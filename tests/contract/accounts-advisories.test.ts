import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '../../api/log.ts';
import { type Running, startServer } from '../../api/start.ts';
import { freePort } from './sqld.ts';
import { codeOn, saidOn, type Visitor, visitor } from './visitor.ts';

const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
const foreign = "This form came from another address. Open the server's own page and try again.";

/** One test for each class of what went wrong in libraries for signing in: see docs/decisions. */
let folder: string;
let server: Running;
let owner: Visitor;
const lines: string[] = [];
const log: Log = {
  info: (facts, event) => lines.push(JSON.stringify([facts, event])),
  warn: (facts, event) => lines.push(JSON.stringify([facts, event])),
  error: (facts, event) => lines.push(JSON.stringify([facts, event])),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-advisories-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log });
  owner = visitor(server);
  await owner.post('/setup', { ...ada, code: new URL(server.setupLink ?? '').hash });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = async (table: string) =>
  (await server.world.directory.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n;

describe('what better-auth can do beyond signing in is not there', () => {
  it.each([
    ['keys minted for nobody (CVE-2025-61928)', '/api/auth/api-key/create', { userId: 'x', name: 'k' }],
    [
      'invitations of its own (CVE-2026-53514)',
      '/api/auth/organization/accept-invitation',
      { invitationId: 'x' },
    ],
    ['codes for devices (CVE-2026-45337)', '/api/auth/device/code', { client_id: 'sidebook' }],
    ['magic links (CVE-2026-110862)', '/api/auth/sign-in/magic-link', { email: ada.email }],
    ['a proxy for other sign-ins (CVE-2026-110864)', '/api/auth/oauth-proxy-callback?callbackURL=//x', {}],
    ['users made by SCIM (CVE-2026-67330)', '/api/auth/scim/v2/Users', { userName: 'x' }],
    ['a redirect for apps (CVE-2026-121802)', '/api/auth/expo-authorization-proxy?authorizationURL=//x', {}],
    ['open sign-up', '/api/auth/sign-up/email', { ...ada, email: 'new@ours.example' }],
    ['its sign-in', '/api/auth/sign-in/email', ada],
    ['its sessions', '/api/auth/get-session', {}],
  ])('%s', async (_what, path, body) => {
    const [users, sessions] = [await rowsOf('user'), await rowsOf('session')];
    for (const method of ['GET', 'POST'])
      for (const headers of [{}, { cookie: [...owner.cookies].map((pair) => pair.join('=')).join('; ') }]) {
        const answer = await fetch(server.origin + path, {
          method,
          redirect: 'manual',
          headers: { 'content-type': 'application/json', origin: server.origin, ...headers },
          ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
        });
        expect(answer.status).toBe(404);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    expect([await rowsOf('user'), await rowsOf('session')]).toEqual([users, sessions]);
  });

  it('nobody signs up without an invitation', async () => {
    for (const code of ['', 'A'.repeat(43), '%', "' OR 1=1 --"]) {
      const answer = await visitor(server).post('/join', {
        how: 'new',
        ...ada,
        email: 'new@ours.example',
        code,
      });
      expect(saidOn(answer)).toBe(
        'This invitation is not known. Copy the whole link again, or ask for a new one.',
      );
    }
    expect(await rowsOf('user')).toBe(1);
  });
});

describe('a request of another origin', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page in a sandbox', { origin: 'null' }],
    ['one that hides where it comes from', { origin: '' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a host that begins like ours (CVE-2025-71403)', { origin: '@.evil.example' }],
    ['our origin, but sent by another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('of %s changes nothing, signed in or not', async (_who, given) => {
    const headers: Record<string, string> = { ...given };
    if (headers.origin?.startsWith('@')) headers.origin = server.origin + headers.origin.slice(1);
    const before = [await rowsOf('workspace'), await rowsOf('session')];
    for (const [path, form] of [
      ['/workspaces', { name: 'Forged' }],
      ['/devices/everywhere', {}],
      [`/w/${server.home}/invitations`, { role: 'owner' }],
      ['/sign-in', ada],
      ['/sign-out', {}],
    ] as const) {
      const answer = await owner.post(path, form as Record<string, string>, headers);
      expect([path, answer.status, saidOn(answer)]).toEqual([path, 403, foreign]);
      expect(codeOn(answer)).toBe('');
    }
    expect([await rowsOf('workspace'), await rowsOf('session')]).toEqual(before);
  });

  it('no page may be framed, read by a script of elsewhere, or kept', async () => {
    for (const path of ['/', '/sign-in', '/setup', '/devices', `/w/${server.home}/members`, '/nowhere']) {
      const { headers } = await owner.get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('a session of the pages', () => {
  const cookie = () => [...owner.cookies].map((pair) => pair.join('=')).join('; ');

  it('opens nothing of the API, as no device stands behind it', async () => {
    const token = decodeURIComponent([...owner.cookies.values()][0] ?? '');
    for (const headers of [
      { cookie: cookie() },
      { authorization: `Bearer ${token}` },
      { authorization: `Bearer ${token.split('.')[0]}` },
    ]) {
      const answer = await fetch(`${server.origin}/trpc/workspace.show`, { headers: headers as HeadersInit });
      expect(answer.status).toBe(401);
    }
  });

  it('is HttpOnly, SameSite=Lax, and Secure where people come by https', async () => {
    const sign = await visitor(server).post('/sign-in', ada);
    expect(sign.headers.getSetCookie().join()).toMatch(/; HttpOnly; SameSite=Lax$/);
    const other = mkdtempSync(join(tmpdir(), 'sidebook-https-'));
    const port = await freePort();
    const behind = await startServer(
      { PORT: String(port), SIDEBOOK_DATA: other, SIDEBOOK_PUBLIC_URL: 'https://crm.example' },
      { log },
    );
    try {
      const near = { origin: `http://127.0.0.1:${port}` };
      expect(new URL(behind.setupLink ?? '').origin).toBe('https://crm.example');
      const code = new URL(behind.setupLink ?? '').hash;
      const first = await visitor(near).post('/setup', { ...ada, code }, { origin: 'https://crm.example' });
      expect(first.status).toBe(303);
      expect(first.headers.getSetCookie().join()).toMatch(
        /^__Secure-sidebook\..*HttpOnly; Secure; SameSite=Lax$/,
      );
    } finally {
      await behind.close();
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('with a forged signature, or signed with the secret of another server, is nobody', async () => {
    const [[name = '', value = ''] = []] = [...owner.cookies];
    const token = decodeURIComponent(value).split('.')[0] ?? '';
    const forged = [
      `${token}.${'A'.repeat(43)}=`,
      token,
      `${token}.`,
      `x.${decodeURIComponent(value).split('.')[1]}`,
    ];
    for (const each of forged) {
      const thief = visitor(server);
      thief.cookies.set(name, encodeURIComponent(each));
      expect((await thief.get('/devices')).status).toBe(303);
    }
  });
});

describe('bad input', () => {
  it('a form that is huge, broken or strange is refused in a sentence', async () => {
    const huge = await visitor(server).post('/sign-in', { email: 'x'.repeat(20_000), password: 'x' });
    expect([huge.status, saidOn(huge)]).toEqual([
      413,
      'This is too long to save. Shorten it and save again.',
    ]);
    for (const email of [
      '',
      'no address',
      'a@b\r\nBcc: c@d.example',
      `${'x'.repeat(300)}@y.example`,
      '<a@b>',
    ]) {
      const answer = await visitor(server).post('/sign-in', { email, password: 'xxxxxxxxxx' });
      expect([answer.status, saidOn(answer)]).toEqual([400, 'This is no e-mail address. Check it.']);
    }
    const twice = await owner.post(`/w/${server.home}/settings`, { name: 'Kept', __proto__: 'x' });
    expect(twice.status).toBe(200);
    const empty = await owner.post(`/w/${server.home}/settings`, { name: ' ' });
    expect([empty.status, saidOn(empty)]).toEqual([400, 'Give a name, without special characters.']);
    expect((await owner.post(`/w/${server.home}/members/role`, { id: 'x', role: 'god' })).status).toBe(400);
  });

  it('markup that somebody typed stays text on every page', async () => {
    const name = '"><script>alert(1)</script><b>&amp;';
    await owner.post('/account/name', { name });
    const pages = ['/', '/account', `/w/${server.home}/members`, `/w/${server.home}/invitations`];
    for (const path of pages) {
      const { text } = await owner.get(path);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('<b>');
    }
    const echoed = await visitor(server).post('/join', { how: 'new', ...ada, name, code: `"><script>` });
    expect(echoed.text).not.toContain('<script>alert');
    expect(echoed.text).not.toContain('"><script>');
  });

  it('a workspace of others, or none, is as unknown as a page that is not there', async () => {
    const stranger = visitor(server);
    const code = codeOn(await owner.post(`/w/${server.home}/invitations`, { role: 'member' }));
    await stranger.post('/join', { how: 'new', ...ada, email: 'ben@ours.example', name: 'Ben', code });
    const created = await owner.post('/workspaces', { name: 'Secret plans' });
    const other = (created.location ?? '').split('/')[2] ?? '';
    const none = '01890000-0000-7000-8000-000000000000';
    for (const page of ['members', 'invitations', 'devices', 'settings'])
      expect((await stranger.get(`/w/${other}/${page}`)).text).toBe(
        (await stranger.get(`/w/${none}/${page}`)).text,
      );
    for (const [path, form] of [
      ['members/role', { id: server.owner.id, role: 'member' }],
      ['members/remove', { id: server.owner.id }],
      ['invitations', { role: 'owner' }],
      ['settings', { name: 'Mine now' }],
      ['members/leave', {}],
    ] as const)
      expect((await stranger.post(`/w/${other}/${path}`, form as Record<string, string>)).status).toBe(404);
    expect((await stranger.post('/pair', { workspace: other })).status).toBe(404);
    expect((await visitor(server).get('/')).text).not.toMatch(/Secret plans|Ada|Ben/);
    expect(JSON.stringify(await (await fetch(`${server.origin}/readyz`)).json())).not.toMatch(
      /Secret|Ada|Ben/,
    );
  });

  it('nothing that anybody typed, and no code but that of the setup, stands in the log', () => {
    const text = lines.join('\n');
    expect(text).toContain('open this link once');
    for (const secret of [ada.password, ada.email, 'ben@ours.example', 'Secret plans', 'correct horse'])
      expect(text).not.toContain(secret);
    expect(text.match(/#[\w-]{43}/g)).toHaveLength(2);
  });
});
