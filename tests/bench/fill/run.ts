import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Worker } from 'playwright-core';
import { packed } from '../../../api/http/packed.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { Delta } from '../../../shared/sync/delta.ts';
import { launch } from '../../doubles/browser/launch.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { attach, browserSession, waitForTarget } from '../../e2e/world/target.ts';
import { type Figure, figure, median } from '../figure.ts';
import { seedData } from '../server/seed.ts';
import { buildMirrorWorker } from './extension.ts';
import type { Filled, MirrorWorker } from './worker.ts';

const contacts = 100_000;
const rounds = 3;
type Server = Parameters<MirrorWorker['fill']>[0];

/**
 * A first fill of 100,000 contacts with their companies and deals over loopback HTTP into a browser's IndexedDB,
 * beside storing the same rows with no network, and beside merely putting the finished shards.
 */
export async function fillFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  console.log(`  seeding ${contacts} contacts ...`);
  const { data, token } = await seedData(join(folder, 'data'), { contacts, interactionsEach: 0 });
  const process = await startServerProcess(data);
  const server = { origin: process.url, token };
  const browser = await launch({ extension: await buildMirrorWorker(), allowed: [process.url] });
  try {
    const worker = await browser.worker();
    // The recorder of the test browser would stand between the two.
    await browser.context.unrouteAll();
    const heap = await watchHeap(await browserSession(browser.context));
    const filled: Filled[] = [];
    for (let round = 0; round < rounds; round++) filled.push(await fill(worker, server, `heap-${round}`));
    const most = heap();
    const [fills, stores, puts]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      const once = await fill(worker, server, `fill-${round}`);
      fills.push(once.ms / 1_000);
      stores.push((await storeRows(worker, server, `store-${round}`)) / 1_000);
      puts.push((await putShards(worker, `fill-${round}`, once.told)) / 1_000);
    }
    const [first] = filled;
    if (!first) throw new Error('nothing was filled');
    const name = `First fill of 100,000 contacts (${first.rows} rows) over HTTP`;
    return [
      figure(`${name}, beside storing them with no network`, median(fills), median(stores), 's'),
      figure(`${name}, beside putting the finished shards`, median(fills), median(puts), 's'),
      figure('Bytes of that first fill, beside 1 kB a row', first.bytes / 1e6, first.rows / 1e3, 'MB'),
      figure(
        'Bytes of it to another machine, beside here',
        (await bytesAfar(server)) / 1e6,
        first.bytes / 1e6,
        'MB',
      ),
      figure("The worker's heap at its highest, beside 150 MB", most / 1e6, 150, 'MB'),
    ];
  } finally {
    await browser.close();
    await process.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the pages of a first fill take packed as for another machine. */
async function bytesAfar({ origin, token }: Server): Promise<number> {
  let bytes = 0;
  for (let [cursor, more] = [0, true]; more; ) {
    const input = encodeURIComponent(JSON.stringify({ epoch: null, cursor, limit: limits.fill }));
    const headers = { authorization: `Bearer ${token}` };
    const text = await (await fetch(`${origin}/trpc/sync.pull?input=${input}`, { headers })).text();
    bytes += (await packed(text, 'gzip', 'elsewhere')).body.length;
    ({ cursor, more } = (JSON.parse(text) as { result: { data: Delta } }).result.data);
  }
  return bytes;
}

export const fill = (worker: Worker, server: Server, name: string): Promise<Filled> =>
  worker.evaluate(
    ({ server, name }) => (globalThis as unknown as { worker: MirrorWorker }).worker.fill(server, name),
    { server, name },
  );
const storeRows = (worker: Worker, server: Server, name: string): Promise<number> =>
  worker.evaluate(
    ({ server, name }) => (globalThis as unknown as { worker: MirrorWorker }).worker.store(server, name),
    { server, name },
  );
const putShards = (worker: Worker, name: string, transactions: number): Promise<number> =>
  worker.evaluate(
    ({ name, transactions }) =>
      (globalThis as unknown as { worker: MirrorWorker }).worker.put(name, transactions),
    { name, transactions },
  );

/** Asks the worker's engine ten times a second how much it holds; answers with the most so far. */
export async function watchHeap(browser: CDPSession): Promise<() => number> {
  const isWorker = ({ type }: { type: string }) => type === 'service_worker';
  const worker = await attach(browser, await waitForTarget(browser, isWorker, 'the worker'));
  let most = 0;
  const timer = setInterval(() => {
    worker.send<{ usedSize: number }>('Runtime.getHeapUsage').then(
      ({ usedSize }) => {
        most = Math.max(most, usedSize);
      },
      () => clearInterval(timer),
    );
  }, 100);
  return () => {
    clearInterval(timer);
    return most;
  };
}
