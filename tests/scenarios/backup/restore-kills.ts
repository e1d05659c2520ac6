import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askServer } from '../../../api/admin/ask.ts';
import type { BackupDone } from '../../../api/services/backup/run.ts';
import { startServer } from '../../../api/start.ts';
import { pairedDevice } from '../../e2e/world/remote.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { chanceOf } from '../../fixtures/sample/workspace/chance.ts';
import { copyOf, soundness } from '../kills/audit.ts';
import { loadClient } from '../kills/client.ts';

export type RestoreRun = { killed: number; old: number; restored: number; violations: string[] };

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Restores under a real server process that is killed in the middle: what is there afterwards is the old or the new, whole. */
export async function killRestores(rounds: number, seed: number): Promise<RestoreRun> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-restores-'));
  const data = join(folder, 'data');
  const chance = chanceOf(seed);
  const running = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'silent' });
  const link = await running.pairLink();
  const file = join('workspaces', `${running.home}.db`);
  await running.close();
  const server = await startServerProcess(data, { SIDEBOOK_LOG: 'error' });
  const run: RestoreRun = { killed: 0, old: 0, restored: 0, violations: [] };
  const many = () => {
    const copy = copyOf(data, file);
    const wrong = soundness(copy);
    const count = Number(copy.ask(`SELECT count(*) AS n FROM contact`)[0]?.n);
    const epoch = String(copy.ask(`SELECT value AS v FROM meta WHERE key = 'epoch'`)[0]?.v);
    copy.close();
    return { wrong, count, epoch };
  };
  try {
    const { token } = await pairedDevice(server.url, link.slice(link.indexOf('#') + 1));
    const { name } = (await askServer(data, 'backup')) as BackupDone;
    const began = performance.now();
    await askServer(data, 'restore', { from: name, workspaces: 'all' });
    const usual = performance.now() - began;
    for (let round = 0; round < rounds && run.violations.length === 0; round++) {
      // Another client each time: one that the restore has forgotten would have to number anew.
      const client = loadClient({
        url: () => server.url,
        token,
        chance: chanceOf(seed * 1_000 + round),
        mails: [`mail-${round}`],
        index: 0,
      });
      while (client.told.size < 20) await client.push(true).catch(() => sleep(100));
      const before = many();
      const asked = askServer(data, 'restore', { from: name, workspaces: 'all' }).catch(() => null);
      await sleep(chance.below(Math.ceil(usual * 1.1)));
      await server.kill();
      await asked;
      run.killed += 1;
      if (!existsSync(join(data, file))) run.violations.push(`round ${round}: the workspace has no file`);
      else {
        const after = many();
        run.violations.push(...after.wrong.map((line) => `round ${round}: ${line}`));
        const isOld = after.epoch === before.epoch;
        if (isOld ? after.count < before.count : after.count !== 0)
          run.violations.push(
            `round ${round}: ${after.count} of ${before.count} rows, ${isOld ? 'old' : 'new'} epoch`,
          );
        if (isOld) run.old += 1;
        else run.restored += 1;
      }
      await server.start();
    }
    return run;
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
