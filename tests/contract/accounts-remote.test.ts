import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkMade } from '../../api/admin/accounts.ts';
import { askServer } from '../../api/admin/ask.ts';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { type Running, startServer } from '../../api/start.ts';
import { hasSqld, type Sqld, startSqld } from './sqld.ts';
import { codeOn, saidOn, visitor } from './visitor.ts';

const secret = 's'.repeat(40);
const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
const ben = { name: 'Ben', email: 'ben@ours.example', password: 'staple of the horse' };

describe.skipIf(!hasSqld)(
  `accounts of two API processes on one libSQL server${hasSqld ? '' : ': no binary for this platform'}`,
  () => {
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'sidebook-two-')));
    let engines: Sqld[];
    let one: Running;
    let two: Running;
    beforeAll(async () => {
      engines = await Promise.all([startSqld(), startSqld()]);
      const start = (folder: string | undefined) =>
        startServer(
          {
            PORT: '0',
            SIDEBOOK_DATA: folder,
            SIDEBOOK_DIRECTORY_URL: engines[0]?.url,
            SIDEBOOK_WORKSPACE_URL: engines[1]?.url,
            SIDEBOOK_SECRET: secret,
          },
          { log: silentLog },
        );
      one = await start(folders[0]);
      two = await start(folders[1]);
    });
    afterAll(async () => {
      await one.close();
      await two.close();
      for (const engine of engines) await engine.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });

    it('what is done at one holds at the other from the next request on', async () => {
      // Set up by the link of the other process; a session of one is a session of both.
      const owner = visitor(one);
      const setup = await owner.post('/setup', { ...ada, code: new URL(two.setupLink ?? '').hash });
      expect(setup.status).toBe(303);
      const there = visitor(two);
      for (const [name, value] of owner.cookies) there.cookies.set(name, value);
      expect((await there.get(`/w/${two.home}/members`)).text).toContain('ada@ours.example');

      // Invited at one, joined and paired at the other.
      const code = codeOn(await owner.post(`/w/${one.home}/invitations`, { role: 'admin' }));
      const guest = visitor(two);
      expect((await guest.post('/join', { how: 'new', ...ben, code })).status).toBe(303);
      expect(
        (await visitor(one).post('/join', { how: 'new', ...ben, email: 'x@ours.example', code })).status,
      ).toBe(404);
      const page = await guest.post('/pair', { workspace: two.home });
      const pairing = codeOn(page);
      const client = (at: Running, token = '') =>
        createTRPCClient<AppRouter>({
          links: [httpLink({ url: `${at.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
        });
      const { token } = await client(one).pairing.claim.mutate({ code: pairing, deviceName: 'Laptop' });
      expect((await client(two, token).workspace.list.query())[0]).toMatchObject({ role: 'admin' });

      // A role, a last owner, a password by the console of one.
      const users = (await askServer(folders[0] ?? '', 'users')) as { id: string; name: string }[];
      const id = users.find(({ name }) => name === 'Ben')?.id ?? '';
      expect((await owner.post(`/w/${one.home}/members/role`, { id, role: 'read-only' })).status).toBe(200);
      expect((await client(two, token).workspace.list.query())[0]).toMatchObject({ role: 'read-only' });
      expect((await owner.post(`/w/${one.home}/members/leave`)).status).toBe(409);
      const { path } = (await askServer(folders[0] ?? '', 'reset', { user: 'Ben' })) as LinkMade;
      const reset = { code: path.slice(path.indexOf('#')), password: 'yet another password' };
      expect(saidOn(await visitor(two).post('/reset', reset))).toBe('The password is set. Sign in with it.');
      expect((await guest.get('/devices')).status).toBe(303);

      // Removed at one, gone at both; colleagues see it.
      expect((await owner.post(`/w/${one.home}/members/remove`, { id })).status).toBe(200);
      await expect(client(two, token).workspace.show.query()).rejects.toMatchObject({
        data: { code: 'auth.removed' },
      });
      const { db } = await two.world.workspace(two.home);
      expect((await db.execute(`SELECT role FROM member WHERE id = '${id}'`)).rows[0]?.role).toBe('former');
      expect((await owner.post('/account/name', { name: 'Ada L.' })).status).toBe(200);
      expect((await there.get(`/w/${two.home}/members`)).text).toContain('Ada L.');
    });
  },
);
