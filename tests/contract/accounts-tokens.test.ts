import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { makeDevices } from '../../api/services/device/authorise.ts';
import { claimPairing } from '../../api/services/pairing/claim.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { type Running, startServer } from '../../api/start.ts';
import { canRun, type Engine, engines, newId } from './desk.ts';
import { type Sqld, startSqld } from './sqld.ts';

const refused = (code: string) => ({ data: { code } });

describe.each(engines)('device tokens with a directory on %s', (engine: Engine) => {
  describe.skipIf(!canRun(engine))(canRun(engine) ? 'engine there' : 'no binary for this platform', () => {
    const folders: string[] = [];
    let sqlds: Sqld[] = [];
    const servers: Running[] = [];
    const start = async (): Promise<Running> => {
      const folder = mkdtempSync(join(tmpdir(), 'sidebook-tokens-'));
      folders.push(folder);
      const [directory, workspace] = sqlds;
      const server = await startServer(
        {
          PORT: '0',
          SIDEBOOK_DATA: folder,
          SIDEBOOK_DIRECTORY_URL: directory?.url,
          SIDEBOOK_WORKSPACE_URL: workspace?.url,
        },
        { log: silentLog },
      );
      servers.push(server);
      return server;
    };
    let server: Running;
    beforeAll(async () => {
      if (engine === 'sqld') sqlds = await Promise.all([startSqld(), startSqld()]);
      server = await start();
    });
    afterAll(async () => {
      for (const each of servers) await each.close();
      for (const each of sqlds) await each.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });

    const as = (bearer: string, at: Running = server) =>
      createTRPCClient<AppRouter>({
        links: [httpLink({ url: `${at.origin}/trpc`, headers: { authorization: `Bearer ${bearer}` } })],
      });
    const pair = async (deviceName = 'Test', to: Parameters<Running['pairLink']>[0] = {}) => {
      const code = new URL(await server.pairLink(to)).hash.slice(1);
      // Past the border, which lets nobody try more than ten times a minute.
      return claimPairing(server.world, { code, deviceName });
    };
    /** A quarter of a minute after every first use so far. */
    const later = () =>
      server.world.directory.execute(
        'UPDATE device_token SET spent_at = spent_at - 90000 WHERE spent_at IS NOT NULL',
      );
    const works = async (bearer: string, at?: Running) => (await as(bearer, at).workspace.show.query()).id;

    it('a next token is valid beside the present one until it has been used once', async () => {
      const { token: first } = await pair();
      const { token: second } = await as(first).device.rotate.mutate();
      expect(second).not.toBe(first);
      expect(await works(first)).toBe(server.home);
      expect(await works(second)).toBe(server.home);
      expect(await works(second)).toBe(server.home);
    });

    it('an old token used after that is refused, and revokes the device, its new token likewise', async () => {
      const { token: first } = await pair();
      const { token: second } = await as(first).device.rotate.mutate();
      await works(second);
      await later();
      await expect(works(first)).rejects.toMatchObject(refused('auth.revoked'));
      await expect(works(second)).rejects.toMatchObject(refused('auth.revoked'));
    });

    it('what a killed browser had sent with the old token, and comes seconds later, is refused and revokes nothing', async () => {
      const { token: first } = await pair();
      const { token: second } = await as(first).device.rotate.mutate();
      await works(second);
      await expect(works(first)).rejects.toMatchObject(refused('auth.revoked'));
      await expect(as(first).device.rotate.mutate()).rejects.toMatchObject(refused('auth.revoked'));
      expect(await works(second)).toBe(server.home);
    });

    it('a dropped answer costs nothing: asking again replaces the next token that never arrived', async () => {
      const { token: first } = await pair();
      const { token: lost } = await as(first).device.rotate.mutate();
      const { token: second } = await as(first).device.rotate.mutate();
      await expect(works(lost)).rejects.toMatchObject(refused('auth.required'));
      expect(await works(first)).toBe(server.home);
      expect(await works(second)).toBe(server.home);
      const { token: third } = await as(second).device.rotate.mutate();
      expect(await works(third)).toBe(server.home);
      await later();
      await expect(works(first)).rejects.toMatchObject(refused('auth.revoked'));
    });

    it('a client killed after its first use of the next token goes on with it', async () => {
      const { token: first } = await pair();
      const { token: second } = await as(first).device.rotate.mutate();
      // Killed before it heard the answer, so it asks once more with the same one.
      await works(second);
      expect(await works(second)).toBe(server.home);
      const { token: third } = await as(second).device.rotate.mutate();
      expect(await works(second)).toBe(server.home);
      expect(await works(third)).toBe(server.home);
    });

    it('of ten first uses at the same moment all are answered, and one token remains', async () => {
      const { token: first } = await pair('Ten at once');
      const { token: second } = await as(first).device.rotate.mutate();
      await Promise.all(Array.from({ length: 10 }, () => works(second)));
      const { rows } = await server.world.directory.execute(
        `SELECT t.state, count(*) AS n FROM device_token t JOIN device d ON d.id = t.device_id WHERE d.name = 'Ten at once' GROUP BY t.state ORDER BY t.state`,
      );
      expect(rows.map((row) => ({ ...row }))).toEqual([
        { state: 'current', n: 1 },
        { state: 'spent', n: 1 },
      ]);
    });

    it('keeps no token of any state in the directory', async () => {
      const { token: first } = await pair();
      const { token: second } = await as(first).device.rotate.mutate();
      const { rows } = await server.world.directory.execute(
        'SELECT group_concat(hash) AS kept FROM device_token',
      );
      for (const token of [first, second]) expect(String(rows[0]?.kept)).not.toContain(token);
    });

    it('signed out everywhere, the other browsers are turned away at their next request, and this one goes on', async () => {
      const [here, there] = [await pair('Here'), await pair('There')];
      await Promise.all([works(here.token), works(there.token)]);
      await as(here.token).device.signOutEverywhere.mutate();
      await expect(works(there.token)).rejects.toMatchObject(refused('auth.revoked'));
      expect(await works(here.token)).toBe(server.home);
    });

    it.skipIf(engine === 'sqld')(
      'a browser enters another workspace of its user, and is listed there; one of others is as unknown as none',
      async () => {
        const olive = { ...server.owner };
        const mine = await createWorkspace(server.world, { name: 'Second', kind: 'team', owner: olive });
        const theirs = await createWorkspace(server.world, {
          name: 'Theirs',
          kind: 'team',
          owner: { id: newId(), name: 'Someone', email: null },
        });
        const { token } = await pair('Laptop');
        expect(await as(token).workspace.list.query()).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ id: server.home, role: 'owner' }),
            expect.objectContaining({ id: mine.id, name: 'Second', role: 'owner' }),
          ]),
        );
        expect(JSON.stringify(await as(token).workspace.list.query())).not.toContain(theirs.id);
        const lost = await as(token).device.enter.mutate({ workspaceId: mine.id });
        const entered = await as(token).device.enter.mutate({ workspaceId: mine.id });
        expect(entered).toMatchObject({ workspace: { id: mine.id, name: 'Second' } });
        expect(await works(entered.token)).toBe(mine.id);
        expect(await works(token)).toBe(server.home);
        await expect(works(lost.token)).rejects.toMatchObject(refused('auth.revoked'));
        expect(await as(entered.token).device.list.query()).toMatchObject([{ name: 'Laptop', here: true }]);
        for (const workspaceId of [theirs.id, newId()])
          await expect(as(token).device.enter.mutate({ workspaceId })).rejects.toMatchObject(
            refused('not_found'),
          );
      },
    );

    it.skipIf(engine === 'file')(
      'a revocation in one process holds in another from the next request on, also where it is cached',
      async () => {
        const other = await start();
        const { token } = await pair('Lost');
        for (let i = 0; i < 3; i++) await works(token, other);
        const { token: keeper } = await pair('Keeper');
        const lost = (await as(keeper).device.list.query()).find(({ name }) => name === 'Lost');
        await as(keeper).device.revoke.mutate({ id: lost?.id ?? '' });
        const pull = as(token, other).sync.pull.query({ epoch: null, cursor: 0, limit: 10 });
        await expect(pull).rejects.toMatchObject(refused('auth.revoked'));
        await expect(works(token, other)).rejects.toMatchObject(refused('auth.revoked'));
      },
    );

    it.skipIf(engine === 'sqld')('a check of a known token costs microseconds', async () => {
      const devices = makeDevices(server.world.directory, Date.now);
      const { token } = await pair();
      await devices.authorise(token);
      const rounds = 20_000;
      const started = performance.now();
      for (let i = 0; i < rounds; i++) await devices.authorise(token);
      const each = ((performance.now() - started) / rounds) * 1_000;
      // Some 3 in fact; a look-up in the database costs ten times that, a session of better-auth 1,200.
      expect(each).toBeLessThan(25);
    });
  });
});
