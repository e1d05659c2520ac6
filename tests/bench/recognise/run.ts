import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'playwright-core';
import { type Launched, launch } from '../../doubles/browser/launch.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { browserSession, targetsOf } from '../../e2e/world/target.ts';
import { type Figure, figure, median } from '../figure.ts';
import { buildMirrorWorker } from '../fill/extension.ts';
import { fill } from '../fill/run.ts';
import type { MirrorWorker, Recognised } from '../fill/worker.ts';
import { emailOf } from '../server/address.ts';
import { seedData } from '../server/seed.ts';

const contacts = 100_000;
const addresses = 500;
const rounds = 5;
const name = 'people';
const frame = 1_000 / 60;

/** Addresses of a page of which so many are known, no two of them in one place of the mirror. */
const pageOf = (known: number, round: number): string[] =>
  Array.from({ length: addresses }, (_, i) =>
    i < known ? emailOf((i * 7_919 + round * 131) % contacts) : `stranger${round}-${i}@elsewhere.example`,
  );

/** Who 500 addresses of a page are, by a mirror of 100,000 contacts: on a warm worker, again, and from one that sleeps. */
export async function recogniseFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  console.log(`  seeding ${contacts} contacts ...`);
  const { data, token } = await seedData(join(folder, 'data'), { contacts, interactionsEach: 0 });
  const server = await startServerProcess(data);
  const browser = await launch({ extension: await buildMirrorWorker(), allowed: [server.url] });
  try {
    const worker = await browser.worker();
    await browser.context.unrouteAll();
    await fill(worker, { origin: server.url, token }, name);
    await recognise(worker, pageOf(addresses, 999));
    const by = new Map([0, 50, addresses].map((known) => [known, [] as Recognised[]]));
    for (let round = 0; round < rounds; round++)
      for (const [known, measured] of by) {
        const once = await recognise(worker, pageOf(known, round));
        if (once.known !== known) throw new Error(`${once.known} were known instead of ${known}`);
        measured.push(once);
      }
    const warm = [...by].flatMap(([known, measured]) => {
      const of = (pick: (each: Recognised) => number) => median(measured.map(pick));
      const page = `500 addresses, ${known} known, warm worker`;
      return [
        figure(
          `${page}, first look, beside a frame`,
          of(({ first }) => first),
          frame,
          'ms',
        ),
        figure(
          `${page}, again, beside a plain Map`,
          of(({ again }) => again),
          of(({ floor }) => floor),
          'ms',
        ),
      ];
    });
    const cold = await fromCold(browser);
    return [
      ...warm,
      figure('500 addresses, 50 known, worker asleep, beside one awake', cold.asleep, cold.awake, 'ms'),
    ];
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const recognise = (worker: Worker, emails: string[]): Promise<Recognised> =>
  worker.evaluate(
    ({ name, emails }) =>
      (globalThis as unknown as { worker: MirrorWorker }).worker.recognise(name, emails, 20),
    { name, emails },
  );

/** From a page's message to its answer, its worker ended before; the same with the worker there. */
async function fromCold({ context, extensionId }: Launched): Promise<{ asleep: number; awake: number }> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId()}/page.html`);
  const session = await browserSession(context);
  const ask = (emails: string[]) =>
    page.evaluate(
      async ({ name, emails }) => {
        const began = performance.now();
        await chrome.runtime.sendMessage({ name, emails });
        return performance.now() - began;
      },
      { name, emails },
    );
  const [asleep, awake]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const { type, targetId } of await targetsOf(session))
      if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
    await page.waitForTimeout(1_000);
    asleep.push(await ask(pageOf(50, round)));
    awake.push(await ask(pageOf(50, round + 100)));
  }
  return { asleep: median(asleep), awake: median(awake) };
}
