import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { silentLog } from '../../../api/log.ts';
import { claimPairing } from '../../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../../api/services/pairing/create.ts';
import { startServer } from '../../../api/start.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { type Figure, figure } from '../figure.ts';
import { pushOf } from '../log/mail.ts';
import { emailOf } from '../server/address.ts';
import { idOf, seedData } from '../server/seed.ts';
import type { Offer, Offered } from './job.ts';

const seats = 50;
const contacts = 100_000;
const offered = { readsPerSecond: 1_000, writesPerSecond: 200 };
/** The promise is for a minute; what lies between shows where the peak is. */
const ladder = [
  { times: 1, seconds: 60 },
  { times: 3, seconds: 15 },
  { times: 5, seconds: 15 },
  { times: 10, seconds: 30 },
];

/** Fifty people on one workspace: what is answered of what is offered, and what of ten times as much. */
export async function seatFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  try {
    const data = join(folder, 'data');
    const seeded = await seedData(data, { contacts, interactionsEach: 2 });
    const tokens = [seeded.token, ...(await moreTokens(data))];
    const server = await startServerProcess(data, { SIDEBOOK_LOG: 'error' });
    try {
      const job = jobFor(server.url, tokens);
      const steps = new Map<number, Offered>();
      for (const { times, seconds } of ladder) {
        const step = await run({
          ...job,
          readsPerSecond: offered.readsPerSecond * times,
          writesPerSecond: offered.writesPerSecond * times,
          seconds,
        });
        console.log(
          `  ${times}x: ${round(step.read)} reads and ${round(step.write)} logs a second, p99 ${round(step.readP99)} and ${round(step.writeP99)} ms, ${step.refused} refused, ${step.unsent} unsent`,
        );
        if (step.failed > 0) throw new Error(`${step.failed} failed, the first: ${step.firstFailure}`);
        if (step.withoutRetryAfter > 0)
          throw new Error(`${step.withoutRetryAfter} refusals without Retry-After`);
        steps.set(times, step);
      }
      return figuresOf(steps);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figuresOf(steps: ReadonlyMap<number, Offered>): Figure[] {
  const good = (step: Offered | undefined) => (step ? step.read + step.write : 0);
  const [once, tenfold] = [steps.get(1), steps.get(10)];
  const peak = Math.max(...Array.from(steps.values(), good));
  const all = offered.readsPerSecond + offered.writesPerSecond;
  return [
    figure('50 seats: answered of 1,000 reads and 200 logs a second', good(once), all, 'a second'),
    figure('50 seats: p99 of a read, beside 50 ms', once?.readP99 ?? 0, 50, 'ms'),
    figure('50 seats: p99 of a log, beside 100 ms', once?.writeP99 ?? 0, 100, 'ms'),
    figure('ten times that: answered, beside the peak', good(tenfold), peak, 'a second'),
    figure('ten times that: p99 of a read that is answered, beside 500 ms', tenfold?.readP99 ?? 0, 500, 'ms'),
  ];
}

const jobFor = (
  url: string,
  tokens: string[],
): Omit<Offer, 'readsPerSecond' | 'writesPerSecond' | 'seconds'> => ({
  url,
  tokens,
  readPaths: Array.from(
    { length: 500 },
    (_, i) =>
      `/trpc/person.show?input=${encodeURIComponent(JSON.stringify({ email: emailOf((i * 7919) % contacts) }))}`,
  ),
  body: pushOf(idOf('c', 4_711)),
  // As many as ten times the load needs where each answer takes a tenth of a second.
  connections: 1_500,
});

async function moreTokens(data: string): Promise<string[]> {
  const server = await startServer({ PORT: '0', SIDEBOOK_DATA: data }, { log: silentLog });
  const tokens: string[] = [];
  for (let seat = 1; seat < seats; seat++) {
    const place = { workspaceId: server.home, userId: server.owner.id };
    const { code } = await createPairingCode(server.world, place);
    tokens.push((await claimPairing(server.world, { code, deviceName: `seat ${seat}` })).token);
  }
  await server.close();
  return tokens;
}

async function run(offer: Offer): Promise<Offered> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('offer.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(offer));
  return JSON.parse(await text(child.stdout)) as Offered;
}

const round = (value: number) => Math.round(value * 10) / 10;
