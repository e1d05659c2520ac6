import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { askServer } from '../../../api/admin/ask.ts';
import { readSettings } from '../../../api/env.ts';
import { silentLog } from '../../../api/log.ts';
import { makeKeeper } from '../../../api/services/backup/keeper.ts';
import { type BackupListed, listBackups } from '../../../api/services/backup/manifest.ts';
import { restore } from '../../../api/services/backup/restore.ts';
import { openSource } from '../../../api/services/backup/source.ts';
import { startServer } from '../../../api/start.ts';
import { openWorld } from '../../../api/world.ts';
import { digestOf, digestOfFile } from '../../contract/digest.ts';
import { pairedDevice } from '../../e2e/world/remote.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { chanceOf } from '../../fixtures/sample/workspace/chance.ts';
import { type Copy, missing, soundness } from '../kills/audit.ts';
import { type LoadClient, loadClient } from '../kills/client.ts';

export type BackupRun = {
  asked: number;
  completed: number;
  killed: number;
  acknowledged: number;
  violations: string[];
};
type Wanted = { rounds: number; seed: number; until?: number };

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Backups of a real server process under load, every other one killed half-way. Each that is whole must hold all that
 * was acknowledged before it was asked for, and give the same rows again when it is restored elsewhere.
 */
export async function killBackups({
  rounds,
  seed,
  until = Number.POSITIVE_INFINITY,
}: Wanted): Promise<BackupRun> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-backups-'));
  const data = join(folder, 'data');
  const backups = join(folder, 'backups');
  const chance = chanceOf(seed);
  const env = { SIDEBOOK_LOG: 'error', SIDEBOOK_BACKUPS: backups, SIDEBOOK_BACKUPS_KEEP: '1000' };
  const link = await firstStart(data);
  const server = await startServerProcess(data, env);
  const run: BackupRun = { asked: 0, completed: 0, killed: 0, acknowledged: 0, violations: [] };
  const seen = new Set<string>();
  try {
    const { token } = await pairedDevice(server.url, link.slice(link.indexOf('#') + 1));
    const mails = Array.from({ length: 100 }, (_, at) => `mail-${at}@backups.example`);
    const clients = Array.from({ length: 4 }, (_, index) =>
      loadClient({ url: () => server.url, token, chance: chanceOf(seed * 1_000 + index), mails, index }),
    );
    // How long a backup takes here is learnt from the first, so that kills fall into the middle of the next ones.
    let usual = 500;
    while (run.asked < rounds && run.violations.length === 0 && Date.now() < until) {
      const isKilled = run.asked % 2 === 1;
      let alive = true;
      const working = clients.map((client) => work(client, () => alive, run.violations));
      await sleep(50 + chance.below(100));
      const told = clients.map((client) => ({ ...client, told: new Map(client.told) }));
      const began = performance.now();
      const asked = askServer(data, 'backup').then(
        () => true,
        () => false,
      );
      run.asked += 1;
      if (isKilled) {
        await sleep(chance.below(Math.ceil(usual * 1.2)));
        alive = false;
        await server.kill();
        run.killed += 1;
        await asked;
      } else {
        if (!(await asked)) run.violations.push('a backup that nobody killed failed');
        usual = performance.now() - began;
        alive = false;
      }
      await Promise.all(working);
      for (const backup of listBackups(backups).filter(({ name }) => !seen.has(name))) {
        seen.add(backup.name);
        run.violations.push(...(await audit(backups, backup, told)));
        if (backup.state === 'whole') run.completed += 1;
      }
      if (isKilled) await server.start();
    }
    run.acknowledged = clients.reduce((sum, client) => sum + client.told.size, 0);
    return run;
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function firstStart(data: string): Promise<string> {
  const running = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'silent' });
  const link = await running.pairLink();
  await running.close();
  return link;
}

async function work(client: LoadClient, isAlive: () => boolean, violations: string[]): Promise<void> {
  while (isAlive())
    try {
      await client.push(true);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      // A full machine asks to wait, as it may.
      if (said.startsWith('the server answered 503')) await sleep(200);
      else if (isAlive()) violations.push(`before the kill: ${said}`);
    }
}

/** What is wrong with one backup: half ones must not be taken, whole ones must hold everything and give it again. */
export async function audit(
  folder: string,
  { name, state, manifest }: BackupListed,
  told: readonly LoadClient[],
): Promise<string[]> {
  if (state !== 'whole') {
    try {
      openSource(folder, name);
      return [`${name} is ${state}, and would be restored`];
    } catch {
      return [];
    }
  }
  const part = manifest?.parts.find(({ of }) => of !== 'directory');
  if (!part) return [`${name} holds no workspace`];
  const fresh = await mkdtemp(join(tmpdir(), 'sidebook-again-'));
  const settings = readSettings({ SIDEBOOK_DATA: fresh });
  const world = await openWorld(settings, silentLog);
  try {
    await restore(makeKeeper({ world, settings, log: silentLog, changed: () => {} }), {
      from: join(folder, name),
      workspaces: 'all',
    });
    const { db } = await world.workspace(part.of);
    const [was, is] = [await digestOfFile(join(folder, name, part.file)), await digestOf(db)];
    const other = Object.keys({ ...was, ...is }).filter((table) => was[table] !== is[table]);
    const copy = await copyOf(db.url);
    const wrong = [...soundness(copy), ...missing(copy, told)];
    copy.close();
    return [...other.map((table) => `restored, ${table} is another`), ...wrong].map(
      (line) => `${name}: ${line}`,
    );
  } catch (error) {
    return [`${name} cannot be restored: ${error}`];
  } finally {
    await world.close();
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Read by a connection of its own: this process alone has the restored file. */
async function copyOf(url: string): Promise<Copy> {
  const db = new Database(new URL(url).pathname);
  return {
    ask: (sql) => db.prepare(sql).all() as ReturnType<Copy['ask']>,
    run: (sql) => void db.exec(sql),
    close: () => db.close(),
  };
}
