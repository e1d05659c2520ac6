import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { makeKeeper } from '../../api/services/backup/keeper.ts';
import { restore } from '../../api/services/backup/restore.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { type Devices, makeDevices } from '../../api/services/device/authorise.ts';
import { claimPairing } from '../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../api/services/pairing/create.ts';
import { createWorkspace } from '../../api/services/workspace/create.ts';
import { listWorkspaces } from '../../api/services/workspace/list.ts';
import { canRun, type Desk, engines, openDesk } from './desk.ts';

describe.each(engines)('a directory restored on %s', (engine) => {
  describe.skipIf(!canRun(engine))('here', () => {
    let desk: Desk;
    let devices: Devices;
    let tokens: { kept: string; revoked: string; later: string; ofLater: string };
    let unused: string;
    const keeper = () =>
      makeKeeper({ world: desk.world, settings: desk.settings, log: silentLog, changed: devices.forget });
    const sql = (text: string, args: (string | number)[] = []) => desk.world.directory.execute(text, args);
    const pair = async (userId = desk.owner) => {
      const { code } = await createPairingCode(desk.world, { workspaceId: desk.here.id, userId });
      return (await claimPairing(desk.world, { code, deviceName: 'x' })).token;
    };

    beforeAll(async () => {
      desk = await openDesk(engine);
      devices = makeDevices(desk.world.directory, desk.world.now);
      const [kept, revoked] = [await pair(), await pair()];
      unused = (await createPairingCode(desk.world, { workspaceId: desk.here.id, userId: desk.owner })).code;
      await sql(
        `INSERT INTO session (id, user_id, token, expires_at, created_at, updated_at) VALUES ('s', ?, 't', 9e15, 1, 1)`,
        [desk.owner],
      );
      const { name } = await runBackup(keeper(), { kind: 'manual' });
      const { deviceId } = await devices.authorise(revoked);
      await sql('UPDATE device SET revoked_at = 1 WHERE id = ?', [deviceId]);
      await sql(`UPDATE user SET name = 'Renamed' WHERE id = ?`, [desk.owner]);
      const later = await pair();
      const ofLater = await pair(await desk.member('member', 'Joined later'));
      tokens = { kept, revoked, later, ofLater };
      const done = await restore(keeper(), { from: name, workspaces: [], directory: true });
      expect(done).toMatchObject({ directory: true, workspaces: [] });
    });
    afterAll(() => desk.close());

    it('has the people of the backup', async () => {
      expect((await sql('SELECT name FROM user')).rows.map(({ name }) => name)).toEqual(['Olive']);
    });

    it('lets in the browsers that were paired before and after, and no revoked one', async () => {
      await expect(devices.authorise(tokens.kept)).resolves.toMatchObject({ userId: desk.owner });
      await expect(devices.authorise(tokens.later)).resolves.toMatchObject({ userId: desk.owner });
      await expect(devices.authorise(tokens.revoked)).rejects.toThrow('auth.revoked');
      await expect(devices.authorise(tokens.ofLater)).rejects.toThrow('auth.required');
    });

    it('opens nothing that opens once, and no session', async () => {
      expect((await sql('SELECT * FROM session')).rows).toEqual([]);
      await expect(claimPairing(desk.world, { code: unused, deviceName: 'x' })).rejects.toThrow('pairing.');
    });

    it('has every reference it makes', async () => {
      expect((await sql('PRAGMA foreign_key_check')).rows).toEqual([]);
    });
  });
});

it('a restore of everything leaves the directory of a server in use as it is, and brings back what it lacks', async () => {
  const desk = await openDesk('file');
  const keeper = makeKeeper({
    world: desk.world,
    settings: desk.settings,
    log: silentLog,
    changed: () => {},
  });
  await sqlOf(
    desk,
    `INSERT INTO account (id, user_id, provider_id, account_id, created_at, updated_at) VALUES ('a', '${desk.owner}', 'credential', 'x', 1, 1)`,
  );
  const owner = { id: desk.owner, name: 'Olive', email: null };
  const lost = await createWorkspace(desk.world, { name: 'Lost', kind: 'team', owner });
  const { name } = await runBackup(keeper, { kind: 'manual' });
  await sqlOf(desk, `UPDATE user SET name = 'Renamed'`);
  await sqlOf(desk, `DELETE FROM membership WHERE workspace_id = '${lost.id}'`);
  await sqlOf(desk, `DELETE FROM workspace WHERE id = '${lost.id}'`);
  expect(await restore(keeper, { from: name, workspaces: 'all' })).toMatchObject({ directory: false });
  expect((await listWorkspaces(desk.world.directory)).map(({ name: each }) => each)).toEqual([
    'Desk',
    'Lost',
  ]);
  expect((await sqlOf(desk, 'SELECT name FROM user')).rows[0]?.name).toBe('Renamed');
  await desk.close();
});

const sqlOf = (desk: Desk, text: string) => desk.world.directory.execute(text);

it('whoever listens for news of a restored workspace is sent away, to come back to the new one', async () => {
  const desk = await openDesk('file');
  const keeper = makeKeeper({
    world: desk.world,
    settings: desk.settings,
    log: silentLog,
    changed: () => {},
  });
  const { name } = await runBackup(keeper, { kind: 'manual' });
  const news = desk.world.hub.listen(desk.here, 'device', undefined);
  expect((await news.next()).done).toBe(false);
  const waiting = news.next();
  await restore(keeper, { from: name, workspaces: [desk.here.id] });
  expect(await waiting).toMatchObject({ done: true });
  await desk.close();
});
