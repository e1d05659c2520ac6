import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LinkMade } from '../../api/admin/accounts.ts';
import { doAsAdmin } from '../../api/admin/do.ts';
import { readSettings } from '../../api/env.ts';
import { silentLog } from '../../api/log.ts';
import { quietJob } from '../../api/services/backup/keeper.ts';
import { listBackups } from '../../api/services/backup/manifest.ts';
import { addMember } from '../../api/services/member/add.ts';
import { type Running, startServer } from '../../api/start.ts';
import { saidOn, visitor } from './visitor.ts';

let folder: string;
let server: Running | null = null;
const env = () => ({ PORT: '0', SIDEBOOK_DATA: folder });
const ask = (verb: string, input: unknown = {}) =>
  doAsAdmin(readSettings(env()), verb, input, quietJob, silentLog);
const linkFor = async (verb: string, input: unknown = {}) => (await ask(verb, input)) as LinkMade;
const codeOf = ({ path }: LinkMade) => path.slice(path.indexOf('#'));
const start = async () => {
  server = await startServer(env(), { log: silentLog });
  return server;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-console-'));
  await start();
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the console hands over setup, invitation, reset and pairing links that the pages take', async () => {
  const running = server as Running;
  const owner = visitor(running);
  const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
  expect((await owner.post('/setup', { ...ada, code: codeOf(await linkFor('setup')) })).status).toBe(303);
  await expect(linkFor('setup')).rejects.toMatchObject({ code: 'setup.done' });

  const guest = visitor(running);
  const code = codeOf(await linkFor('invite', { role: 'admin' }));
  const ben = { name: 'Ben', email: 'ben@ours.example', password: 'staple of the horse' };
  expect((await guest.post('/join', { how: 'new', ...ben, code })).location).toBe(
    `/w/${running.home}/members`,
  );

  const reset = {
    code: codeOf(await linkFor('reset', { user: 'BEN@ours.example' })),
    password: 'a third long one',
  };
  expect(saidOn(await visitor(running).post('/reset', reset))).toBe('The password is set. Sign in with it.');
  expect((await linkFor('pair', { user: 'Ben' })).path).toMatch(/^\/pair#[A-Z0-9]{4}-[A-Z0-9]{4}$/);
});

it('somebody who was only ever paired gets an address, and a password by the link', async () => {
  const running = server as Running;
  const here = await running.world.workspace(running.home);
  await addMember(running.world, here, { name: 'Mia', email: null, role: 'member' });
  await expect(linkFor('reset', { user: 'Mia' })).rejects.toMatchObject({
    code: 'input.invalid',
    detail: 'email',
  });
  const code = codeOf(await linkFor('reset', { user: 'Mia', email: 'Mia@ours.example' }));
  await visitor(running).post('/reset', { code, password: 'the password of mia' });
  const mia = { email: 'mia@ours.example', password: 'the password of mia' };
  expect((await visitor(running).post('/sign-in', mia)).location).toBe('/');
});

it('an owner is made where none is left, and counts at the next request', async () => {
  const running = server as Running;
  const mia = visitor(running);
  await mia.post('/sign-in', { email: 'mia@ours.example', password: 'the password of mia' });
  expect((await mia.get('/server')).status).toBe(404);
  expect(await ask('owner', { user: 'Mia' })).toEqual({ workspace: 'My workspace' });
  expect((await mia.get('/server')).status).toBe(200);
});

it('whoever runs the server backs it up on its page and sees the last ones; nobody else knows of them', async () => {
  const running = server as Running;
  const mia = visitor(running);
  await mia.post('/sign-in', { email: 'mia@ours.example', password: 'the password of mia' });
  expect((await mia.get('/server')).text).toContain('There is no backup yet.');
  expect(saidOn(await mia.post('/server/backup'))).toMatch(/^The backup is (there|being made)/);
  await expect
    .poll(async () => (await mia.get('/server')).text, { timeout: 20_000 })
    .not.toContain('no backup yet');
  const page = (await mia.get('/server')).text;
  expect(page).toMatch(/<time [^>]*>[^<]*<\/time><small>by hand - [\d.]+ MB, 2 databases</);
  const ben = visitor(running);
  await ben.post('/sign-in', { email: 'ben@ours.example', password: 'a third long one' });
  expect((await ben.get('/server')).status).toBe(404);
  expect((await ben.post('/server/backup')).status).toBe(404);
  expect((await visitor(running).post('/server/backup')).location).toMatch(/^\/sign-in/);
  expect(listBackups(join(folder, 'backups'))).toHaveLength(1);
});

it.each([
  ['reset', { user: 'nobody@ours.example' }, { code: 'not_found', detail: 'user' }],
  ['owner', { user: 'Mia', workspace: 'None such' }, { code: 'not_found', detail: 'workspace' }],
])('%s of what is not there is refused: %o', async (verb, input, refusal) => {
  await expect(ask(verb, input)).rejects.toMatchObject(refusal);
});

it('with the server stopped the same is done on the files, under the lock', async () => {
  await server?.close();
  server = null;
  const code = codeOf(await linkFor('reset', { user: 'Ada' }));
  expect(((await ask('users')) as { name: string }[]).map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Mia']);
  const running = await start();
  const answer = await visitor(running).post('/reset', { code, password: 'while it was stopped' });
  expect(answer.status).toBe(200);
});
