import { type Client, openClient } from './client.ts';
import { openNetwork } from './network.ts';
import { type Seams, sound } from './planted.ts';
import { randomFrom } from './random.ts';
import { openScheduler } from './scheduler.ts';
import { openServer } from './server.ts';

const clients = 100;
const outageMs = 300_000;
/** The first tries come when somebody saves; what is measured is what comes by itself. */
const measuredFromMs = 30_000;
/** Of a hundred clients at most so many may come within one second. */
const mostAtOnce = 30;

export type Storm = { peak: number; waiting: number; violations: string[] };

/** A server that is away for five minutes, a hundred browsers that all lose it at one moment, and how they come back. [P9] */
export async function storm(seed: string, faulty: Partial<Seams> = {}): Promise<Storm> {
  const random = randomFrom(seed);
  const scheduler = openScheduler(random.fork('ties'), 0);
  const violations: string[] = [];
  const fault = (text: string) => violations.push(text);
  const perSecond = new Map<number, number>();
  const plain: Seams = { ...sound, ...faulty };
  const counted: Seams = {
    ...plain,
    remote: (remote, at) => {
      const through = plain.remote(remote, at);
      const count = () => {
        const second = Math.floor(scheduler.now() / 1_000);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      };
      return {
        ...through,
        push: (input) => {
          count();
          return through.push(input);
        },
        pull: (input) => {
          count();
          return through.pull(input);
        },
      };
    },
  };
  const server = await openServer({
    scheduler,
    random: random.fork('server'),
    seams: plain,
    fate: () => 'on',
    fault,
  });
  const network = openNetwork(scheduler, random.fork('network'), server);
  const [member = ''] = server.members;
  const all: Client[] = [];
  for (let i = 0; i < clients; i++) {
    const token = await server.pair(member);
    const client = openClient({
      name: `c${i}`,
      device: {
        server: 'https://crm.example',
        workspaceId: server.workspaceId,
        workspace: 'Simulated',
        me: member,
        role: 'member',
        token,
        nextToken: null,
        tokenAt: server.now(),
      },
      skew: 0,
      scheduler,
      random: random.fork(`client ${i}`),
      network,
      seams: counted,
      bornAt: server.now(),
      fault,
      watch: () => undefined,
    });
    all.push(client);
    client.wake();
  }
  const run = async (until: number) => {
    let over = false;
    scheduler.after(until - scheduler.now(), 'measured', () => {
      over = true;
    });
    while (!over) await scheduler.step();
  };
  await run(10_000);
  // 1. It is gone for everybody at once.
  const gone = scheduler.now();
  server.kill();
  for (const client of all) scheduler.after(0, 'is lost', client.nudge);
  await run(gone + outageMs);
  // 2. It comes back.
  server.start();
  await run(gone + outageMs + 330_000);
  let peak = 0;
  for (const [second, count] of perSecond)
    if (second * 1_000 >= gone + measuredFromMs) peak = Math.max(peak, count);
  let waiting = 0;
  for (const client of all) if ((client.epoch() ?? '') === '') waiting += 1;
  for (const client of all) client.end();
  server.close();
  if (peak > mostAtOnce) violations.push(`[P9] ${peak} of ${clients} clients came within one second`);
  return { peak, waiting, violations };
}
