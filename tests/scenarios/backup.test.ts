import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { makeKeeper } from '../../api/services/backup/keeper.ts';
import { listBackups, manifestFile } from '../../api/services/backup/manifest.ts';
import { restore } from '../../api/services/backup/restore.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { checksum } from '../../api/services/backup/seal.ts';
import { pull } from '../../api/services/sync/pull.ts';
import { push } from '../../api/services/sync/push.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { canRun, engines, newId, openDesk } from '../contract/desk.ts';
import { contactInput } from '../contract/inputs.ts';
import { audit, killBackups } from './backup/kills.ts';
import { killRestores } from './backup/restore-kills.ts';

test('backups under load, half of them killed: each whole one restores with equal hashes and holds what was acknowledged', async () => {
  const { asked, completed, killed, acknowledged, violations } = await killBackups({ rounds: 6, seed: 1 });
  expect(violations).toEqual([]);
  expect([asked, killed]).toEqual([6, 3]);
  expect(completed).toBeGreaterThanOrEqual(3);
  expect(acknowledged).toBeGreaterThan(50);
}, 240_000);

test('a server killed in the middle of a restore comes back with the old workspace or the restored one, never with less', async () => {
  const { killed, old, restored, violations } = await killRestores(6, 3);
  expect(violations).toEqual([]);
  expect([killed, old + restored]).toEqual([6, 6]);
}, 240_000);

test('the audit of a backup finds a row that is missing and a half one that passes for whole', async () => {
  const desk = await openDesk('file');
  const keeper = makeKeeper({
    world: desk.world,
    settings: desk.settings,
    log: silentLog,
    changed: () => {},
  });
  const input = contactInput();
  await desk.client().act('contact.add', input);
  const { name, path, manifest } = await runBackup(keeper, { kind: 'manual' });
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-audit-'));
  cpSync(path, join(folder, name), { recursive: true });
  const listed = () => {
    const [backup] = listBackups(folder);
    if (!backup) throw new Error('no backup');
    return backup;
  };
  const mutation = { number: 1, verb: 'contact.add', input, at: 1 } as Mutation;
  const client = {
    id: newId(),
    intended: new Map([[1, mutation]]),
    told: new Map([[1, { number: 1, status: 'applied', answer: null } as const]]),
    keepsClaims: true,
    push: async () => {},
    waiting: () => 0,
  };
  expect(await audit(folder, listed(), [client])).toEqual([]);
  // The manifest says that all is well with a copy that lacks a row.
  const file = join(folder, name, manifest.parts[1]?.file ?? '');
  const db = new Database(file);
  db.exec(
    'PRAGMA journal_mode=DELETE; PRAGMA foreign_keys=OFF; DELETE FROM contact; INSERT INTO contact SELECT * FROM contact WHERE 0',
  );
  db.exec(
    `INSERT INTO contact (id, created_at, updated_at, name, life_cycle, own) VALUES ('other', 1, 1, 'x', 'lead', '{}')`,
  );
  db.close();
  const bytes = readFileSync(file).length;
  const sealed = JSON.parse(readFileSync(join(folder, name, manifestFile), 'utf8'));
  Object.assign(sealed.parts[1], { bytes, sha256: await checksum(file) });
  writeFileSync(join(folder, name, manifestFile), JSON.stringify(sealed));
  expect((await audit(folder, listed(), [client])).join()).toMatch(/contact.add is missing/);
  rmSync(file);
  expect(await audit(folder, { ...listed(), state: 'whole' }, [client])).toMatchObject([
    /cannot be restored/,
  ]);
  rmSync(folder, { recursive: true, force: true });
  await desk.close();
}, 60_000);

/** What D4 asks of a client, and nothing else: it keeps what it sent, and after a restore sends what the server lacks. */
test.each(
  engines.filter(canRun),
)('[C2] on %s: a client that is ahead of a restored server pushes again what it lacks, nothing twice and nothing refused', async (engine) => {
  const desk = await openDesk(engine);
  const keeper = makeKeeper({
    world: desk.world,
    settings: desk.settings,
    log: silentLog,
    changed: () => {},
  });
  const clientId = newId();
  const caller = { userId: desk.owner, role: 'owner' as const };
  let sent: Mutation[] = [];
  let epoch: string | null = null;
  const here = () => desk.world.workspace(desk.here.id);
  const delta = async (known: string | null): Promise<Delta & { known?: number }> =>
    JSON.parse(
      await pull((await here()).db, desk.owner, { epoch: known, cursor: 0, limit: 1_000, clientId }),
    );
  const send = async (mutations: Mutation[]) =>
    (await push(await here(), caller, { clientId, confirmed: 0, mutations, ...(epoch ? { epoch } : {}) }))
      .results;
  const add = (number: number): Mutation =>
    ({ number, verb: 'contact.add', input: contactInput({ name: `c${number}` }), at: number }) as Mutation;
  epoch = (await delta(null)).epoch;
  const early = [1, 2, 3].map(add);
  await send(early);
  const { name } = await runBackup(keeper, { kind: 'manual' });
  const late = [4, 5, 6].map(add);
  expect((await send(late)).map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
  sent = [...early, ...late];
  await restore(keeper, { from: name, workspaces: [desk.here.id] });
  // 1. The server says that it is another order now, before anything is applied.
  await expect(send([add(7)])).rejects.toThrow('sync.epoch');
  await expect(delta(epoch)).rejects.toThrow('sync.epoch');
  // 2. The client reads from the start and learns up to where it is known.
  const fresh = await delta(null);
  expect([fresh.epoch === epoch, fresh.known]).toEqual([false, 3]);
  epoch = fresh.epoch;
  // 3. It sends what is above, and one that waited, renumbered without gaps.
  const again = [...sent.filter(({ number }) => number > (fresh.known ?? 0)), add(7)];
  const renumbered = again.map((mutation, i) => ({ ...mutation, number: 4 + i }));
  expect((await send(renumbered)).map(({ status }) => status)).toEqual(Array(4).fill('applied'));
  expect((await send(renumbered)).map(({ status }) => status)).toEqual(Array(4).fill('applied'));
  const { rows } = await delta(null);
  const names = rows.flatMap((each) => (each.noun === 'contact' ? [each.row.name] : []));
  expect(names.sort()).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']);
  await desk.close();
}, 60_000);
