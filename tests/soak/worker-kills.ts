import { killWorkers } from '../e2e/kills/worker.ts';
import { pairedDevice, pullAll } from '../e2e/world/remote.ts';
import { openWorld } from '../e2e/world.ts';

const mostKills = 10_000;
/** Compared every so often: a violation should stop the run near its cause. */
const killsOfRun = 250;

export async function soakWorkerKills(until: number): Promise<{ done: number; violations: string[] }> {
  const world = await openWorld();
  const violations: string[] = [];
  let done = 0;
  try {
    const device = await pairedDevice(world.server.url, world.filled.codes.mia[4] ?? '');
    const contactId = (await pullAll(device)).find(({ noun }) => noun === 'contact')?.row.id ?? '';
    const desks = [await world.open('nora'), await world.open('mia')];
    for (let seed = 1; done < mostKills && violations.length === 0 && Date.now() < until; seed++) {
      const kills = Math.min(killsOfRun, Math.ceil((mostKills - done) / desks.length));
      const runs = await Promise.all(
        desks.map((desk, index) =>
          killWorkers({ desk, device, contactId, kills, seed: seed * 10 + index, until }),
        ),
      );
      for (const run of runs) {
        done += run.kills;
        violations.push(...run.violations);
      }
    }
  } finally {
    await world.close();
  }
  return { done, violations };
}
