import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../../api/env.ts';
import { silentLog } from '../../../api/log.ts';
import { showPerson } from '../../../api/services/person/show.ts';
import { push } from '../../../api/services/sync/push.ts';
import { createWorkspace } from '../../../api/services/workspace/create.ts';
import { openWorld } from '../../../api/world.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { freePort, hasSqld, type Sqld, startSqld } from '../../contract/sqld.ts';
import { type Figure, figure, median } from '../figure.ts';
import { contactOf, pushOf } from '../log/mail.ts';
import { newId } from '../paired-server.ts';

const entries = 20;
const reads = 300;
const logs = 100;

/** Empty addresses: files. */
type Engine = { name: string; directory: string; workspace: string; primary?: string };
type Cost = { read: number; log: number };

/** The sidebar's query and a durable log on each engine, one after another, beside the same on a file. */
export async function engineFigures(): Promise<Figure[]> {
  if (!hasSqld) throw new Error('There is no libSQL server for this platform.');
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  const running: Sqld[] = [];
  const start = async (rank?: Parameters<typeof startSqld>[0]) => {
    const sqld = await startSqld(rank);
    running.push(sqld);
    return sqld.url;
  };
  try {
    const file = await costOn({ name: 'file', directory: '', workspace: '' }, folder);
    const costs = new Map<string, Cost>();
    for (const scheme of ['http', 'ws']) {
      const url = (await start()).replace('http:', `${scheme}:`);
      const name = `a libSQL server over ${scheme}`;
      costs.set(name, await costOn({ name, directory: await start(), workspace: url }, folder));
    }
    const gossip = await freePort();
    const primary = (await start({ primary: gossip })).replace('http:', 'ws:');
    const replica = await start({ replicaOf: gossip });
    const name = 'its replica over ws';
    const through = replica.replace('http:', 'ws:');
    costs.set(name, await costOn({ name, directory: await start(), workspace: through, primary }, folder));
    return Array.from(costs).flatMap(([engine, cost]) => [
      figure(`sidebar query on ${engine}, beside a file`, cost.read, file.read, 'ms'),
      figure(`durable log on ${engine}, beside a file`, cost.log, file.log, 'ms'),
    ]);
  } finally {
    for (const sqld of running.reverse()) await sqld.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function costOn({ name, directory, workspace, primary }: Engine, folder: string): Promise<Cost> {
  const open = (url: string) =>
    openWorld(
      readSettings({
        SIDEBOOK_DATA: join(folder, name.replaceAll(/\W/g, '-')),
        ...(url ? { SIDEBOOK_WORKSPACE_URL: url, SIDEBOOK_DIRECTORY_URL: directory } : {}),
      }),
      silentLog,
    );
  const owner = newId();
  const made = await open(primary ?? workspace);
  const { id } = await createWorkspace(made, {
    name: 'Bench',
    kind: 'home',
    owner: { id: owner, name: 'Bench', email: null },
  });
  await made.close();
  if (primary) await caughtUp();
  const world = await open(workspace);
  try {
    const here = await world.workspace(id);
    const clientId = newId();
    let number = 0;
    const act = async (verb: string, input: unknown) => {
      number += 1;
      const mutations = [{ number, verb, input, at: Date.now() }];
      const { results } = await push(
        here,
        { userId: owner, role: 'owner' },
        { clientId, confirmed: number - 1, mutations },
      );
      if (results[0]?.status !== 'applied') throw new Error(`${verb} on ${name}: ${JSON.stringify(results)}`);
    };
    const contactId = newId();
    await act('contact.add', contactOf(contactId));
    for (let i = 0; i < entries; i++) await act('interaction.log', mailOf(contactId));
    const log = await timed(logs, () => act('interaction.log', mailOf(contactId)));
    const read = await timed(reads, () => showPerson(here.db, owner, { contactId }));
    return { read, log };
  } finally {
    await world.close();
  }
}

/** A replica follows within some fifty milliseconds. */
const caughtUp = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_000));

/** Median, in milliseconds, of doing it one after another. */
async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}

function mailOf(contactId: Id): unknown {
  const body = pushOf(contactId)
    .replaceAll('__client__', newId())
    .replaceAll('__number__', '1')
    .replaceAll('__before__', '0')
    .replaceAll('__id__', () => newId());
  return (JSON.parse(body) as { mutations: { input: { id: string } }[] }).mutations[0]?.input;
}
