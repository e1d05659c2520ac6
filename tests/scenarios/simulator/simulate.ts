import { planByVerb } from '../../../api/services/verbs.ts';
import type { Verb } from '../../../shared/sync/mutation.ts';
import { type Client, type Frailty, openClient, sturdy } from './client.ts';
import type { Backup } from './database.ts';
import { openGlance } from './glance.ts';
import { entriesOn, openLedger } from './ledger.ts';
import { calm, openNetwork, weatherOf } from './network.ts';
import { intend, newTown } from './operations.ts';
import { type Seams, sound } from './planted.ts';
import { randomFrom } from './random.ts';
import { openScheduler } from './scheduler.ts';
import { openServer } from './server.ts';
import { rowsOf } from './truth.ts';

export type Options = {
  /** Ends with the round in which this many steps are reached. */
  steps: number;
  /** A fault to be found. */
  seams?: Partial<Seams>;
  /** Lines of the log that are kept. */
  kept?: number;
};
export type Outcome = {
  seed: string;
  steps: number;
  saved: number;
  healings: number;
  /** What went wrong, in words; the run ends with the first healing that finds something. */
  violations: string[];
  /** Of the whole event log. */
  hash: string;
  lines: string[];
};

/** Copies follow each commit at once, if the disk takes them: only then may a database be lost without a loss. [S1] */
const isCopied = (client: Client): boolean => client.frailty.refuses === 0 && client.calmMs() > 800;

const healMs = 30_000;
const maxSkewMs = 48 * 3_600_000;

/** One run: rounds of trouble, each followed by a healing and a look at everything. */
export async function simulate(seed: string, { steps, seams: faulty, kept = 0 }: Options): Promise<Outcome> {
  const seams: Seams = { ...sound, ...faulty };
  const random = randomFrom(seed);
  const scheduler = openScheduler(random.fork('ties'), kept);
  const violations: string[] = [];
  const fault = (text: string) => {
    scheduler.note(`! ${text}`);
    if (violations.length < 20) violations.push(text);
  };
  const unforeseen = (error: unknown) => {
    // What this simulator itself put into somebody's way: they are told of it.
    if (!(error instanceof DOMException) && !(error instanceof Error && 'simulated' in error))
      fault(`unforeseen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  process.on('unhandledRejection', unforeseen);
  process.on('uncaughtException', unforeseen);
  let written: () => void = () => undefined;
  let told = 0;
  let dying = 0;
  let busy = 0;
  const fates = random.fork('fates');
  const server = await openServer({
    scheduler,
    random: random.fork('server'),
    seams,
    fault,
    fate: (point) => {
      if (point === 'committed') written();
      return dying > 0 && fates.chance(dying)
        ? 'die'
        : point === 'batch' && busy > 0 && fates.chance(busy)
          ? 'busy'
          : 'on';
    },
  });
  const network = openNetwork(scheduler, random.fork('network'), server);
  written = () => {
    const end = Number(server.workspace.rows('SELECT max(seq) AS seq FROM feed')[0]?.seq);
    if (end !== told) network.tell(end);
    told = end;
  };
  const ledger = openLedger(fault);
  const glance = openGlance(server.workspace, fault);
  const town = newTown(server.members);
  for (const noun of ['pipeline', 'stage'] as const)
    town.ids[noun].push(...rowsOf(server.workspace, noun).keys());

  const clients: Client[] = [];
  const count = 2 + random.int(3);
  for (let i = 0; i < count; i++) {
    const member = server.members[i % server.members.length] as string;
    const client = openClient({
      name: `c${i + 1}`,
      device: {
        server: 'https://crm.example',
        workspaceId: server.workspaceId,
        workspace: 'Simulated',
        me: member,
        role: 'member',
        token: await server.pair(member),
        nextToken: null,
        tokenAt: server.now() + maxSkewMs,
      },
      skew: random.chance(0.5) ? random.int(2 * maxSkewMs) - maxSkewMs : random.int(2_000) - 1_000,
      scheduler,
      random: random.fork(`client ${i}`),
      network,
      seams,
      bornAt: server.now(),
      fault,
      watch: (client) => {
        ledger.placed(client);
        glance.at(client, server.epoch);
      },
    });
    clients.push(client);
    client.wake();
  }
  const allowed = new Set(Object.keys(planByVerb) as Verb[]);
  let saved = 0;
  let healings = 0;
  let troubled = true;

  const doings = random.fork('doings');
  const attempt = async (client: Client): Promise<void> => {
    const draw = doings.fork(`${scheduler.steps()}`);
    const parked = entriesOn(client).filter(({ state }) => state === 'parked');
    if (parked.length > 0 && draw.chance(0.3)) {
      const entry = draw.pick(parked);
      if (draw.chance(0.5)) {
        scheduler.note(`${client.name} tries ${entry.mutation.number} again`);
        await client.retry(entry.order, draw.chance(0.5));
      } else {
        scheduler.note(`${client.name} discards ${entry.mutation.number}`);
        ledger.discarded(client, entry);
        await client.discard(entry.order);
      }
      return;
    }
    const intended = await intend({ town, client, random: draw }, allowed);
    if (intended.length === 0) return;
    const last = await client.act(...intended);
    saved += intended.length;
    scheduler.note(`${client.name} saved ${intended.map(({ verb }) => verb).join(' ')} ${last}`);
    ledger.saved(client, intended, last);
  };
  const act = (client: Client) => {
    if (!troubled || client.device === null) return;
    attempt(client).catch((error: unknown) => {
      // The user is told that it could not be saved.
      if (!(error instanceof DOMException)) unforeseen(error);
    });
    scheduler.after(doings.int(client.frailty.slow ? 600 : 2_000), `${client.name} acts`, () => act(client));
  };

  const trouble = random.fork('trouble');
  const frailtyOf = (): Frailty => ({
    dies: trouble.chance(0.5) ? 0.008 * trouble.next() : 0,
    refuses: trouble.chance(0.2) ? 0.01 * trouble.next() : 0,
    slow: trouble.chance(0.4),
    pageRows: trouble.pick([1, 2, 3, 7, 20, 1_000]),
  });
  // Some runs know further kinds of trouble.
  const kinds = { restores: random.chance(0.5), losses: random.chance(0.4), roles: random.chance(0.4) };
  let backup: Backup | null = null;
  let removed = false;
  const rare = (client: Client): void => {
    const what = trouble.int(4);
    if (what === 0) client.age();
    else if (what === 1 && kinds.restores) {
      if (backup && trouble.chance(0.5)) {
        scheduler.note('the server goes back to its backup');
        server.restore(backup);
        ledger.restored();
        glance.restored();
      } else {
        scheduler.note('a backup is taken');
        backup = server.workspace.backup();
      }
    } else if (what === 2 && kinds.losses && client.epoch() === server.epoch && isCopied(client)) {
      scheduler.note(`${client.name} loses its database`);
      ledger.lost(client);
      glance.lost(client);
      client.lose();
    } else if (what === 3 && kinds.roles && server.up) {
      const [, mia = '', rory = ''] = server.members;
      if (!removed && trouble.chance(0.3)) {
        removed = true;
        scheduler.note('Rory is removed');
        server.changeRole(rory, null).catch(unforeseen);
      } else {
        const role = trouble.pick(['read-only', 'member', 'admin'] as const);
        scheduler.note(`Mia is ${role} now`);
        server.changeRole(mia, role).catch(unforeseen);
      }
    }
  };
  const stir = () => {
    if (!troubled) return;
    const client = trouble.pick(clients);
    const what = trouble.int(14);
    if (what >= 10) rare(client);
    else if (what < 3) {
      scheduler.note(`${client.name} goes offline`);
      network.offline.add(client.name);
      scheduler.after(trouble.int(60_000), `${client.name} comes online`, () => {
        network.offline.delete(client.name);
        client.nudge();
      });
    } else if (what < 5) {
      scheduler.note(`${client.name} is killed`);
      client.die();
    } else if (what < 6 && server.up) {
      scheduler.note('the server is killed');
      server.kill();
    } else if (what < 7) client.nudge();
    else if (what < 9) client.look();
    if (!server.up)
      scheduler.after(trouble.int(20_000), 'the server starts', () => server.up || server.start());
    scheduler.after(trouble.int(8_000), 'stir', stir);
  };

  const until = async (end: () => boolean): Promise<void> => {
    while (!end() && violations.length === 0) if (!(await scheduler.step())) return;
  };

  const passed = async (time: number): Promise<void> => {
    let over = false;
    scheduler.after(time, 'time passed', () => {
      over = true;
    });
    await until(() => over);
  };
  const nudgeAll = () => {
    for (const client of clients) scheduler.after(0, `${client.name} is opened`, client.nudge);
  };

  while (scheduler.steps() < steps && violations.length === 0) {
    // 1. Trouble.
    troubled = true;
    network.weather = weatherOf(trouble);
    dying = trouble.chance(0.5) ? 0.06 * trouble.next() : 0;
    busy = trouble.chance(0.2) ? 0.1 * trouble.next() : 0;
    for (const client of clients) {
      client.frailty = frailtyOf();
      scheduler.after(doings.int(2_000), `${client.name} acts`, () => act(client));
    }
    scheduler.after(trouble.int(10_000), 'stir', stir);
    const roundEnd = scheduler.steps() + 200 + trouble.int(500);
    await until(() => scheduler.steps() >= roundEnd);
    // 2. Healing.
    troubled = false;
    scheduler.note('healing');
    healings += 1;
    network.weather = calm;
    network.offline.clear();
    network.reset();
    dying = busy = 0;
    if (!server.up) server.start();
    for (const client of clients) {
      client.frailty = sturdy;
      client.wake();
    }
    nudgeAll();
    await passed(2_000);
    for (let waited = 2_000; waited < healMs && ledger.waiting(clients) > 0; waited += 1_000)
      await passed(1_000);
    nudgeAll();
    await passed(3_000);
    // 3. A look at everything.
    if (violations.length === 0) for (const text of ledger.check(clients, server.workspace)) fault(text);
  }
  for (const client of clients) client.end();
  server.close();
  process.off('unhandledRejection', unforeseen);
  process.off('uncaughtException', unforeseen);
  return {
    seed,
    steps: scheduler.steps(),
    saved,
    healings,
    violations,
    hash: scheduler.log.hash(),
    lines: scheduler.log.lines,
  };
}
