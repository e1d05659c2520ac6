import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { type Running, startServer } from '../../api/start.ts';
import { newId } from './desk.ts';
import { contactInput, email } from './inputs.ts';
import { codeOn, saidOn, type Visitor, visitor } from './visitor.ts';

const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
const present = ada.password;
let folder: string;
let server: Running;
let owner: Visitor;
let admin: Visitor;
let token: string;
const data = (step = '') => `/w/${server.home}/data${step}`;
const device = () =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${server.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-data-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
  const code = new URL(await server.pairLink()).hash.slice(1);
  ({ token } = await device().pairing.claim.mutate({ code, deviceName: 'Laptop' }));
  const mutations = [
    {
      number: 1,
      verb: 'contact.add',
      input: contactInput({ name: 'Zoë Canary', keys: [email('zoe@x.example')] }),
      at: Date.now(),
    },
  ];
  await device().sync.push.mutate({ clientId: newId(), confirmed: 0, mutations });
  owner = visitor(server);
  await owner.post('/setup', { ...ada, code: new URL(server.setupLink ?? '').hash });
  admin = visitor(server);
  const invitation = codeOn(await owner.post(`/w/${server.home}/invitations`, { role: 'admin' }));
  await admin.post('/join', { how: 'new', ...ada, email: 'ben@ours.example', code: invitation });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is the owner’s alone, and asks for the password each time', async () => {
  expect((await admin.get(data())).status).toBe(404);
  for (const step of ['/export', '/person', '/erase', '/delete']) {
    const form = { present, email: 'zoe@x.example', sure: 'yes', name: 'My workspace' };
    expect((await admin.post(data(step), form)).status).toBe(404);
    const wrong = await owner.post(data(step), { ...form, present: 'not it' });
    expect([step, wrong.status, saidOn(wrong)]).toEqual([
      step,
      403,
      'E-mail or password is not right. Check both and try again.',
    ]);
  }
});

it('the workspace comes as one ZIP file, and nothing of it stays on the server', async () => {
  const answer = await owner.post(data('/export'), { present });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="sidebook-export.zip"');
  expect(answer.text.slice(0, 2)).toBe('PK');
  expect(answer.text).toContain('contact');
  await expect
    .poll(() => readdirSync(join(folder, 'backups')).filter((name) => /export/.test(name)))
    .toEqual([]);
});

it('one person’s data comes as one file; somebody unknown is said to be unknown', async () => {
  const answer = await owner.post(data('/person'), { present, email: 'Zoe@x.example' });
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(JSON.parse(answer.text)).toMatchObject({ contact: [{ name: 'Zoë Canary' }] });
  const none = await owner.post(data('/person'), { present, email: 'nobody@x.example' });
  expect([none.status, saidOn(none)]).toEqual([404, 'Nobody with this address is in this workspace.']);
});

it('a person is erased when that is meant', async () => {
  const form = { present, email: 'zoe@x.example' };
  expect(saidOn(await owner.post(data('/erase'), form))).toBe('Tick that you are sure.');
  expect(saidOn(await owner.post(data('/erase'), { ...form, sure: 'yes' }))).toBe('The person is erased.');
  expect((await owner.post(data('/person'), form)).status).toBe(404);
});

it('the workspace is deleted by its name; browsers drop it, and who runs the server goes on', async () => {
  const other = await owner.post(data('/delete'), { present, name: 'Another' });
  expect(saidOn(other)).toBe('This is not its name.');
  expect((await device().workspace.show.query()).id).toBe(server.home);
  const gone = await owner.post(data('/delete'), { present, name: 'My workspace', backup: 'yes' });
  expect(gone).toMatchObject({ status: 303, location: '/' });
  await expect(device().workspace.show.query()).rejects.toMatchObject({ data: { code: 'auth.removed' } });
  expect(existsSync(join(folder, 'workspaces', `${server.home}.db`))).toBe(false);
  expect((await owner.get(data())).status).toBe(404);
  expect((await owner.get('/server')).text).toContain('before a deletion');
  const created = await owner.post('/workspaces', { name: 'Begin again' });
  expect((await owner.get(created.location ?? '')).status).toBe(200);
});
