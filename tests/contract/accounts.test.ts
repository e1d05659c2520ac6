import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { createLink } from '../../api/services/account/link.ts';
import { type Running, startServer } from '../../api/start.ts';
import { codeOn, saidOn, type Visitor, visitor } from './visitor.ts';

const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
const ben = { name: 'Ben', email: 'ben@ours.example', password: 'staple of the horse' };

let folder: string;
let server: Running;
let owner: Visitor;
const start = (more: Record<string, string> = {}) =>
  startServer({ PORT: '0', SIDEBOOK_DATA: folder, ...more }, { log: silentLog });
const setUp = async (at: Running = server) => {
  const person = visitor(at);
  const code = new URL(at.setupLink ?? '').hash;
  const answer = await person.post('/setup', { ...ada, code });
  return { person, answer };
};
const invite = async (form: Record<string, string> = {}, by = owner, workspace = server.home) =>
  codeOn(await by.post(`/w/${workspace}/invitations`, { role: 'member', ...form }));
const joinAs = async (person: typeof ben, code: string) => {
  const guest = visitor(server);
  const answer = await guest.post('/join', { how: 'new', ...person, code });
  return { guest, answer };
};
const sql = async (text: string) =>
  (await server.world.directory.execute(text)).rows.map((row) => ({ ...row }));
const idOf = async (name: string) =>
  String((await sql('SELECT id, name FROM user')).find((row) => row.name === name)?.id);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-accounts-'));
  server = await start();
  owner = (await setUp()).person;
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('setup', () => {
  it('makes the first person the owner that was there already, not a second one', async () => {
    expect(await sql('SELECT id, name, email FROM user')).toEqual([
      { id: server.owner.id, name: 'Ada', email: 'ada@ours.example' },
    ]);
    const { db } = await server.world.workspace(server.home);
    const { rows } = await db.execute('SELECT id, name, email, role FROM member');
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id: server.owner.id, name: 'Ada', email: 'ada@ours.example', role: 'owner' },
    ]);
    expect((await owner.get('/')).text).toContain('My workspace');
  });

  it('is possible once, also by a second link and after a new start', async () => {
    const code = new URL(server.setupLink ?? '').hash;
    const again = await visitor(server).post('/setup', { ...ben, code });
    expect([again.status, saidOn(again)]).toEqual([400, 'This server is set up already. Sign in.']);
    expect((await visitor(server).get('/setup')).text).not.toContain('<form');
    await server.close();
    server = await start();
    expect(server.setupLink).toBeNull();
    expect(await sql('SELECT count(*) AS n FROM user')).toEqual([{ n: 1 }]);
  });

  it('takes no other code than the one that was printed, and leaves it good for who has it', async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    server = await start();
    for (const code of ['', 'x', 'A'.repeat(43), new URL(server.setupLink ?? '').hash.slice(0, -1)]) {
      const answer = await visitor(server).post('/setup', { ...ben, code });
      expect([answer.status, saidOn(answer)]).toEqual([
        404,
        'This link was used, is too old, or is not whole. Ask for a new one.',
      ]);
    }
    expect((await setUp()).answer).toMatchObject({ status: 303, location: '/' });
  });

  it.each([
    'one link',
    'a link each',
  ])('of two at the same moment by %s one becomes the owner, whole', async (how) => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    server = await start();
    const first = new URL(server.setupLink ?? '').hash;
    const { code } = await createLink(server.world, { userId: server.owner.id, kind: 'setup' });
    const people = [
      { ...ada, code: first },
      { ...ben, code: how === 'one link' ? first : code },
    ];
    const answers = await Promise.all(people.map((person) => visitor(server).post('/setup', person)));
    const winners = people.filter((_, i) => answers[i]?.status === 303);
    expect(winners).toHaveLength(1);
    const { email = '', password = '' } = winners[0] ?? {};
    expect((await visitor(server).post('/sign-in', { email, password })).location).toBe('/');
    expect(await sql('SELECT count(*) AS n FROM account')).toEqual([{ n: 1 }]);
    expect(await sql('SELECT email FROM user')).toEqual([{ email }]);
  });
});

describe('signing in', () => {
  it('says the same for a wrong password and an unknown address, after about the same time', async () => {
    const median = async (email: string) => {
      const times: number[] = [];
      const said = new Set<string>();
      for (let i = 0; i < 4; i++) {
        const started = performance.now();
        const answer = await visitor(server).post('/sign-in', { email, password: 'wrong wrong wrong' });
        times.push(performance.now() - started);
        said.add(`${answer.status} ${saidOn(answer)} ${answer.headers.getSetCookie().length}`);
      }
      return { time: times.sort((a, b) => a - b)[1] ?? 0, said: [...said] };
    };
    const [known, unknown] = [await median(ada.email), await median('nobody@ours.example')];
    expect(unknown.said).toEqual(known.said);
    expect(known.said).toEqual(['403 E-mail or password is not right. Check both and try again. 0']);
    expect(unknown.time / known.time).toBeGreaterThan(0.4);
    expect(unknown.time / known.time).toBeLessThan(2.5);
  });

  it('goes on to the page that was asked for, and never to another host', async () => {
    const guest = visitor(server);
    expect(await guest.get('/devices')).toMatchObject({ status: 303, location: '/sign-in?next=%2Fdevices' });
    for (const [next, location] of [
      ['/devices', '/devices'],
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example/', '/'],
      ['/%2f/evil.example', '/'],
      ['javascript:alert(1)', '/'],
    ] as const)
      expect((await visitor(server).post('/sign-in', { ...ada, next })).location).toBe(location);
  });

  it('a session ends with signing out, and its cookie is worth nothing from then on', async () => {
    const kept = new Map(owner.cookies);
    expect((await owner.get('/devices')).status).toBe(200);
    expect((await owner.post('/sign-out')).status).toBe(303);
    const thief = visitor(server);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect((await thief.get('/devices')).status).toBe(303);
  });

  it('eleven tries a minute at one account are too many, from wherever they come', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++)
      statuses.push((await visitor(server).post('/sign-in', { ...ada, password: 'guess number x' })).status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  it('neither session nor password stands in the directory as it is', async () => {
    const kept = JSON.stringify([await sql('SELECT * FROM session'), await sql('SELECT * FROM account')]);
    const token = decodeURIComponent([...owner.cookies.values()][0] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(ada.password);
  });
});

describe('an invitation', () => {
  it('lets one person in, once, with the role that it gives', async () => {
    const code = await invite({ role: 'read-only' });
    const { guest, answer } = await joinAs(ben, code);
    expect(answer).toMatchObject({ status: 303, location: `/w/${server.home}/members` });
    expect((await guest.get(answer.location ?? '')).text).toContain('Ben');
    const { db } = await server.world.workspace(server.home);
    const { rows } = await db.execute(`SELECT name, role FROM member WHERE name = 'Ben'`);
    expect(rows.map((row) => ({ ...row }))).toEqual([{ name: 'Ben', role: 'read-only' }]);
    const second = await joinAs({ ...ben, email: 'cem@ours.example' }, code);
    expect([second.answer.status, saidOn(second.answer)]).toEqual([
      404,
      'This invitation was used or is too old. Ask for a new one.',
    ]);
    expect(await sql('SELECT count(*) AS n FROM user')).toEqual([{ n: 2 }]);
  });

  it('of two who use it at the same moment lets one in, and makes no account for the other', async () => {
    const code = await invite();
    const answers = await Promise.all(
      ['b', 'c', 'd'].map((name) => joinAs({ ...ben, name, email: `${name}@ours.example` }, code)),
    );
    expect(answers.filter(({ answer }) => answer.status === 303)).toHaveLength(1);
    expect(await sql('SELECT count(*) AS n FROM user')).toEqual([{ n: 2 }]);
    expect(await sql('SELECT count(*) AS n FROM account')).toEqual([{ n: 2 }]);
  });

  it('for one address is for nobody else; that, and an address that is known, are answered alike', async () => {
    const bound = await joinAs({ ...ben, email: 'thief@ours.example' }, await invite({ email: ben.email }));
    const known = await joinAs({ ...ben, email: ada.email }, await invite());
    expect(saidOn(bound.answer)).toMatch(/^You could not join with this address/);
    expect([known.answer.status, saidOn(known.answer)]).toEqual([bound.answer.status, saidOn(bound.answer)]);
    expect((await visitor(server).post('/sign-in', { ...ada, password: ben.password })).status).toBe(403);
  });

  it('is accepted by who has an account, signed in already or with the password', async () => {
    await joinAs(ben, await invite());
    const created = await owner.post('/workspaces', { name: 'Second' });
    const second = (created.location ?? '').split('/')[2] ?? '';
    const guest = visitor(server);
    const wrong = await guest.post('/join', {
      how: 'known',
      ...ben,
      password: 'not this one at all',
      code: await invite({}, owner, second),
    });
    expect(wrong.status).toBe(403);
    const code = await invite({ role: 'admin' }, owner, second);
    const joined = await guest.post('/join', { how: 'known', ...ben, code });
    expect(joined.location).toBe(`/w/${second}/members`);
    expect((await guest.get('/')).text).toContain('Second');
  });

  it.each([
    ['withdrawn', 'UPDATE invitation SET revoked_at = 1'],
    ['too old', 'UPDATE invitation SET expires_at = 1'],
  ])('that is %s lets nobody in', async (_how, statement) => {
    const code = await invite();
    await server.world.directory.execute(statement);
    const { answer } = await joinAs(ben, code);
    expect(saidOn(answer)).toBe('This invitation was used or is too old. Ask for a new one.');
    expect(await sql('SELECT count(*) AS n FROM user')).toEqual([{ n: 1 }]);
  });

  it('is worth nothing once who made it may not invite any more', async () => {
    const { guest } = await joinAs(ben, await invite({ role: 'admin' }));
    const back = await invite({ role: 'admin' }, guest);
    const id = await idOf('Ben');
    await owner.post(`/w/${server.home}/members/remove`, { id });
    const { answer } = await joinAs({ ...ben, email: 'again@ours.example' }, back);
    expect(saidOn(answer)).toBe('This invitation was used or is too old. Ask for a new one.');
  });

  it('gives no role above that of who makes it, and members make none', async () => {
    const { guest: admin } = await joinAs(ben, await invite({ role: 'admin' }));
    const { guest: member } = await joinAs({ ...ben, email: 'm@ours.example' }, await invite());
    expect(await invite({ role: 'owner' }, admin)).toBe('');
    expect((await member.post(`/w/${server.home}/invitations`, { role: 'member' })).status).toBe(404);
    expect((await member.get(`/w/${server.home}/invitations`)).status).toBe(404);
  });

  it('stands nowhere but as its hash', async () => {
    const code = await invite({ email: ben.email });
    expect(code).toHaveLength(43);
    expect(JSON.stringify(await sql('SELECT * FROM invitation'))).not.toContain(code);
    expect((await owner.get(`/w/${server.home}/invitations`)).text).not.toContain(code);
  });
});

describe('a new password', () => {
  it('is set by a link that an admin hands over, once, and ends every session', async () => {
    const { guest } = await joinAs(ben, await invite());
    const id = await idOf('Ben');
    const code = codeOn(await owner.post(`/w/${server.home}/members/reset`, { id }));
    const fresh = { code, password: 'another long password' };
    expect(saidOn(await visitor(server).post('/reset', fresh))).toBe('The password is set. Sign in with it.');
    expect((await guest.get('/devices')).status).toBe(303);
    expect((await visitor(server).post('/sign-in', { ...ben, password: fresh.password })).location).toBe('/');
    expect((await visitor(server).post('/sign-in', ben)).status).toBe(403);
    expect((await visitor(server).post('/reset', { ...fresh, password: 'third long password' })).status).toBe(
      404,
    );
    expect((await visitor(server).post('/sign-in', { ...ben, password: 'third long password' })).status).toBe(
      403,
    );
  });

  it('is nothing that an admin gives the owner, or somebody who works elsewhere too', async () => {
    const { guest: admin } = await joinAs(ben, await invite({ role: 'admin' }));
    const byAdmin = await admin.post(`/w/${server.home}/members/reset`, { id: server.owner.id });
    expect([byAdmin.status, codeOn(byAdmin)]).toEqual([403, '']);
    const cem = { ...ben, name: 'Cem', email: 'cem@ours.example' };
    const { guest } = await joinAs(cem, await invite());
    const created = await owner.post('/workspaces', { name: 'Second' });
    const second = (created.location ?? '').split('/')[2] ?? '';
    await guest.post('/join', { how: 'here', code: await invite({}, owner, second) });
    const id = await idOf('Cem');
    expect((await admin.post(`/w/${server.home}/members/reset`, { id })).status).toBe(403);
    expect(codeOn(await owner.post(`/w/${server.home}/members/reset`, { id }))).toHaveLength(43);
  });

  it('is changed by who knows the present one', async () => {
    const other = visitor(server);
    await other.post('/sign-in', ada);
    const wrong = await owner.post('/account/password', { present: 'wrong', password: 'new long password' });
    expect(wrong.status).toBe(403);
    const right = await owner.post('/account/password', {
      present: ada.password,
      password: 'new long password',
    });
    expect(right.status).toBe(200);
    expect((await owner.get('/account')).status).toBe(200);
    expect((await other.get('/account')).status).toBe(303);
  });
});

describe('members', () => {
  const client = (token: string) =>
    createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${server.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
    });
  const pair = async (person: Visitor) => {
    const page = await person.post('/pair', { workspace: server.home });
    const link = /<meta name="sidebook-pair" content="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(link.startsWith(`${server.origin}/pair#`)).toBe(true);
    const code = new URL(link).hash.slice(1);
    return (await client('').pairing.claim.mutate({ code, deviceName: 'Laptop' })).token;
  };

  it('a browser is paired as who is signed in, by the code of the page', async () => {
    const { guest } = await joinAs(ben, await invite());
    const token = await pair(guest);
    expect((await client(token).workspace.show.query()).me.name).toBe('Ben');
    expect((await guest.get('/devices')).text).toContain('Laptop');
    expect((await owner.get('/devices')).text).not.toContain('Laptop');
    expect((await owner.get(`/w/${server.home}/devices`)).text).toContain('Laptop');
  });

  it('a removed member is turned away at the next request, and colleagues see them as former', async () => {
    const { guest } = await joinAs(ben, await invite());
    const token = await pair(guest);
    await client(token).workspace.show.query();
    const id = await idOf('Ben');
    expect(saidOn(await owner.post(`/w/${server.home}/members/remove`, { id }))).toBe(
      'The member is removed.',
    );
    await expect(client(token).workspace.show.query()).rejects.toMatchObject({
      data: { code: 'auth.removed' },
    });
    expect((await guest.get(`/w/${server.home}/members`)).status).toBe(404);
    const { db } = await server.world.workspace(server.home);
    expect((await db.execute(`SELECT role FROM member WHERE name = 'Ben'`)).rows[0]?.role).toBe('former');
    // Invited anew, the same person comes back under the same id; the old browser stays out.
    await guest.post('/join', { how: 'here', code: await invite({ role: 'read-only' }) });
    expect((await db.execute(`SELECT role FROM member WHERE name = 'Ben'`)).rows[0]?.role).toBe('read-only');
    expect(await idOf('Ben')).toBe(id);
    await expect(client(token).workspace.show.query()).rejects.toMatchObject({
      data: { code: 'auth.revoked' },
    });
  });

  it('a role counts from the next request on', async () => {
    const { guest } = await joinAs(ben, await invite());
    expect((await guest.get(`/w/${server.home}/settings`)).status).toBe(404);
    const id = await idOf('Ben');
    await owner.post(`/w/${server.home}/members/role`, { id, role: 'admin' });
    expect((await guest.get(`/w/${server.home}/settings`)).status).toBe(200);
    const up = await guest.post(`/w/${server.home}/members/role`, { id, role: 'owner' });
    expect(up.status).toBe(403);
    const down = await guest.post(`/w/${server.home}/members/role`, { id: server.owner.id, role: 'member' });
    expect(down.status).toBe(403);
  });

  it('the last owner stays: neither removed, nor made less, nor gone by leaving', async () => {
    const { home, owner: first } = server;
    for (const [step, form] of [
      ['role', { id: first.id, role: 'member' }],
      ['remove', { id: first.id }],
      ['leave', {}],
    ] as const) {
      const answer = await owner.post(`/w/${home}/members/${step}`, form as Record<string, string>);
      expect([step, answer.status, saidOn(answer)]).toEqual([
        step,
        409,
        'A workspace needs an owner. Make somebody else an owner first.',
      ]);
    }
    await joinAs(ben, await invite({ role: 'owner' }));
    expect((await owner.post(`/w/${home}/members/leave`)).location).toBe('/');
    expect((await owner.get('/')).text).toContain('You are in no workspace');
  });

  it('of two owners who remove each other at the same moment one stays', async () => {
    const { guest } = await joinAs(ben, await invite({ role: 'owner' }));
    const id = await idOf('Ben');
    await Promise.all([
      owner.post(`/w/${server.home}/members/remove`, { id }),
      guest.post(`/w/${server.home}/members/remove`, { id: server.owner.id }),
    ]);
    expect(
      await sql(`SELECT count(*) AS n FROM membership WHERE role = 'owner' AND removed_at IS NULL`),
    ).toEqual([{ n: 1 }]);
  });

  it('signing out everywhere ends the sessions and revokes the browsers of that person alone', async () => {
    const { guest } = await joinAs(ben, await invite());
    const [mine, theirs] = [await pair(guest), await pair(owner)];
    await guest.post('/devices/everywhere');
    expect((await guest.get('/devices')).status).toBe(303);
    await expect(client(mine).workspace.show.query()).rejects.toMatchObject({
      data: { code: 'auth.revoked' },
    });
    expect((await client(theirs).workspace.show.query()).id).toBe(server.home);
    expect((await owner.get('/devices')).status).toBe(200);
  });
});
