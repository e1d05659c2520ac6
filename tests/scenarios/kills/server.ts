import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../api/start.ts';
import { pairedDevice } from '../../e2e/world/remote.ts';
import { type ServerProcess, startServerProcess } from '../../e2e/world/server-process.ts';
import { chanceOf } from '../../fixtures/sample/workspace/chance.ts';
import { audit, type Copy, copyOf, databasesIn, missing, soundness } from './audit.ts';
import { Busy, type LoadClient, loadClient, OutOfOrder } from './client.ts';

export type KillRun = { kills: number; acknowledged: number; violations: string[] };
type Wanted = {
  kills: number;
  seed: number;
  until?: number;
  clients?: number;
  /** Sees copies of the database at the end, to spoil them and see the comparison fail. */
  spoil?: (compare: (change: (copy: Copy) => void) => string[]) => void;
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A real server process under load that is killed again and again; what it acknowledged is compared with what it kept. */
export async function killServers({
  kills,
  seed,
  until = Number.POSITIVE_INFINITY,
  clients: many = 8,
  spoil,
}: Wanted): Promise<KillRun> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-kills-'));
  const data = join(folder, 'data');
  const chance = chanceOf(seed);
  const link = await firstStart(data);
  const server = await startServerProcess(data, { SIDEBOOK_LOG: 'error' });
  const violations: string[] = [];
  let done = 0;
  try {
    const { token } = await pairedDevice(server.url, link.slice(link.indexOf('#') + 1));
    const mails = Array.from({ length: 400 }, (_, at) => `mail-${at}@kills.example`);
    const clients = Array.from({ length: many }, (_, index) =>
      loadClient({ url: () => server.url, token, chance: chanceOf(seed * 1_000 + index), mails, index }),
    );
    while (done < kills && violations.length === 0 && Date.now() < until) {
      await underLoad(clients, server, windowOf(chance.below), violations);
      done++;
      // What the kill left, before anybody mends it.
      for (const name of databasesIn(data)) {
        const copy = copyOf(data, name);
        violations.push(...soundness(copy).map((line) => `after kill ${done}, ${name}: ${line}`));
        if (name.startsWith('workspaces') && copy.ask(`SELECT count(*) AS many FROM claim`)[0]?.many)
          violations.push(...missing(copy, clients).map((line) => `after kill ${done}: ${line}`));
        copy.close();
      }
      // A kill may also meet a server that is just coming up.
      if (chance.below(8) === 0 && done < kills) {
        const starting = server.start().then(
          () => undefined,
          () => undefined,
        );
        await sleep(chance.below(500));
        await server.kill();
        await starting;
        done++;
      }
      await server.start();
    }
    await settled(clients);
    await server.stop();
    const [workspace] = databasesIn(data).filter((name) => name.startsWith('workspaces'));
    const compare = (change: (copy: Copy) => void): string[] => {
      const copy = copyOf(data, workspace ?? '');
      change(copy);
      const found = [...soundness(copy), ...audit(copy, clients)];
      copy.close();
      return found;
    };
    violations.push(...compare(() => undefined));
    spoil?.(compare);
    return { kills: done, acknowledged: clients.reduce((sum, { told }) => sum + told.size, 0), violations };
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

/** Some kills meet the first request, some the middle of the load. */
function windowOf(below: (limit: number) => number): number {
  const kind = below(4);
  return kind === 0 ? below(15) : kind === 1 ? below(80) : 60 + below(340);
}

async function underLoad(
  clients: readonly LoadClient[],
  server: ServerProcess,
  ms: number,
  violations: string[],
) {
  let alive = true;
  const working = clients.map(async (client) => {
    while (alive) {
      try {
        await client.push(true);
      } catch (error) {
        if (error instanceof Busy) {
          await sleep(50);
          continue;
        }
        if (error instanceof OutOfOrder) violations.push(error.message);
        if (alive) violations.push(`before the kill: ${error instanceof Error ? error.message : error}`);
        if (violations.length > 0) return;
      }
    }
  });
  await sleep(ms);
  alive = false;
  await server.kill();
  await Promise.all(working);
}

/** A few more intents without a kill, and everything that waits is answered, as by a client that is left alone with a healthy server. */
async function settled(clients: readonly LoadClient[]): Promise<void> {
  for (const client of clients)
    for (let turn = 0; turn < 5 || client.waiting() > 0; turn++)
      await client.push(turn < 5).catch(async (error: unknown) => {
        if (!(error instanceof Busy)) throw error;
        await sleep(50);
      });
}
