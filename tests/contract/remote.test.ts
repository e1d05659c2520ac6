import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../api/db/migrate.ts';
import { migrationsOf } from '../../api/db/migration.ts';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { startServer } from '../../api/start.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { newId } from './desk.ts';
import { contactInput } from './inputs.ts';
import { hasSqld, type Sqld, startSqld } from './sqld.ts';

describe.skipIf(!hasSqld)(
  `the whole server on a libSQL server${hasSqld ? '' : ': no binary for this platform'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidebook-remote-'));
    let engines: Sqld[];
    beforeAll(async () => {
      engines = await Promise.all([startSqld(), startSqld()]);
    });
    afterAll(async () => {
      for (const engine of engines) await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const url = (i: number) => engines[i]?.url ?? '';
    const start = (workspaceUrl = url(1)) =>
      startServer(
        {
          PORT: '0',
          SIDEBOOK_DATA: folder,
          SIDEBOOK_DIRECTORY_URL: url(0),
          SIDEBOOK_WORKSPACE_URL: workspaceUrl,
        },
        { log: silentLog },
      );

    it.each([
      ['http', (given: string) => given],
      ['ws', (given: string) => given.replace('http:', 'ws:')],
    ])("pairs, writes and reads over %s, and says that durability is the engine's", async (_scheme, as) => {
      const server = await start(as(url(1)));
      const client = (token = '') =>
        createTRPCClient<AppRouter>({
          links: [httpLink({ url: `${server.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
        });
      const code = new URL(await server.pairLink()).hash.slice(1);
      const { token } = await client().pairing.claim.mutate({ code, deviceName: 'x' });
      const input = contactInput({ name: '王伟' });
      const mutations = [{ number: 1, verb: 'contact.add', input, at: 1 }];
      const given = { clientId: newId(), confirmed: 0, mutations };
      expect((await client(token).sync.push.mutate(given)).results).toMatchObject([{ status: 'applied' }]);
      expect((await client(token).sync.push.mutate(given)).results).toMatchObject([{ status: 'applied' }]);
      expect((await client(token).person.show.query({ contactId: input.id })).contact.name).toBe('王伟');
      expect(await client(token).search.find.query({ text: '王', limit: 50 })).toContainEqual(
        expect.objectContaining({ id: input.id }),
      );
      expect(await (await fetch(`${server.origin}/readyz`)).json()).toMatchObject({
        ready: true,
        engine: 'remote',
        durability: 'of the remote engine',
      });
      await server.close();
    });

    it('does not put a second workspace into the same database', async () => {
      const server = await start();
      const owner = { id: newId(), name: 'x', email: null };
      await expect(createWorkspace(server.world, { name: 'Second', kind: 'team', owner })).rejects.toThrow(
        /holds another workspace; put \{workspace\} into the URL/,
      );
      await server.close();
    });

    it('migrates only after the operator said that a snapshot is there, and refuses what is newer', async () => {
      const more = [
        ...migrationsOf('workspace'),
        { name: '9998_more', hash: 'x', statements: ['CREATE TABLE more (id integer)'] },
      ];
      const place = { url: url(1), token: undefined };
      const given = { kind: 'workspace', now: 1, migrations: more } as const;
      await expect(migrate(place, { ...given, confirmed: false })).rejects.toThrow(
        /Write a snapshot or an export of it first, then start once with SIDEBOOK_SNAPSHOT_WRITTEN=yes/,
      );
      expect((await migrate(place, { ...given, confirmed: true })).applied).toEqual(['9998_more']);
      await expect(start()).rejects.toThrow(/newer Sidebook \(9998_more\)/);
      const client = createClient({ url: url(1) });
      expect((await client.execute('SELECT name FROM contact')).rows.length).toBeGreaterThan(0);
      client.close();
      await expect(migrate(place, { kind: 'workspace', now: 1, confirmed: true })).rejects.toEqual(
        new CodedError('server.newer', '9998_more'),
      );
    });

    it('an engine that is gone is server.busy, not a crash', async () => {
      const alone = await startSqld();
      const server = await startServer(
        { PORT: '0', SIDEBOOK_DATA: join(folder, 'gone'), SIDEBOOK_DIRECTORY_URL: alone.url },
        { log: silentLog },
      );
      await alone.stop();
      const answer = await fetch(`${server.origin}/trpc/device.list`, {
        headers: { authorization: `Bearer ${'A'.repeat(43)}` },
      });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
      expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
      await server.close().catch(() => undefined);
    });
  },
);
