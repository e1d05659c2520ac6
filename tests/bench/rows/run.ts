import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowSeen } from '../../../extension/gmail/surface.ts';
import { bundle } from '../../doubles/browser/bundle.ts';
import { launch } from '../../doubles/browser/launch.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { type Figure, figure, median } from '../figure.ts';
import { buildMirrorWorker } from '../fill/extension.ts';
import { fill } from '../fill/run.ts';
import type { MirrorWorker, RowsAnswered } from '../fill/worker.ts';
import { emailOf } from '../server/address.ts';
import { seedData } from '../server/seed.ts';
import { scrolled } from './scrolled.ts';
import { shown } from './shown.ts';
import { tasksMarked, workedAt } from './tasks.ts';

const contacts = 100_000;
const batch = 300;
const chipped = 50;
const rounds = 9;
const frame = 1_000 / 60;

/** What stands on the rows of the mailbox's lists: how long it is worked at in the page, and in the background. */
export async function rowsFigures(): Promise<Figure[]> {
  return [...(await scrolled()), ...(await shown()), ...(await drawn()), ...(await answered())];
}

type Way = 'chips' | 'labels';

/** Fifty rows of the mailbox with three chips each, beside fifty bare labels: the whole work of the frame in which they come. */
async function drawn(): Promise<Figure[]> {
  const source = await bundle('tests/bench/rows/in-page.ts');
  const browser = await launch();
  try {
    const page = await browser.openMail('#inbox', `?rows=${chipped}`);
    await page
      .locator('tr.zA')
      .nth(chipped - 1)
      .waitFor({ state: 'attached' });
    await page.evaluate(source);
    const frames = (way: Way) =>
      tasksMarked(page, `drawn ${way}`, async () => {
        for (let round = 0; round <= rounds; round++)
          await page.evaluate(
            ({ way, count }) =>
              (globalThis as unknown as { draw(way: Way, count: number): Promise<void> }).draw(way, count),
            { way, count: chipped },
          );
      });
    // The first of each compiles what the others find compiled.
    const ours = median((await frames('chips')).slice(1));
    const floor = median((await frames('labels')).slice(1));
    return [
      figure('50 rows with three chips each: all work of that frame, beside a frame', ours, frame, 'ms'),
      figure('The same, beside 50 bare labels', ours, floor, 'ms'),
    ];
  } finally {
    await browser.close();
  }
}

/** Half of them from people who are known, no two in one place of the mirror. */
const rowsOf = (round: number): RowSeen[] =>
  Array.from({ length: batch }, (_, at) => {
    const n = (at * 7_919 + round * 131_071) % contacts;
    const known = at % 2 === 0;
    return {
      id: `${round}f${at.toString(16)}`,
      lastId: `${round}e${at.toString(16)}`,
      subject: `Offer ${at}`,
      people: [
        known
          ? { name: null, email: emailOf(n) }
          : { name: `Stranger ${at}`, email: `stranger${round}-${at}@elsewhere${at}.example` },
      ],
      ...{ to: false, at: Date.UTC(2026, 10, 20), count: 2, unread: false, draft: false },
    };
  });

/** 300 rows at 100,000 contacts, beside merely looking up who wrote them. */
async function answered(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  console.log(`  seeding ${contacts} contacts ...`);
  const { data, token } = await seedData(join(folder, 'data'), { contacts, interactionsEach: 0 });
  const server = await startServerProcess(data);
  const browser = await launch({ extension: await buildMirrorWorker(), allowed: [server.url] });
  try {
    const worker = await browser.worker();
    await browser.context.unrouteAll();
    await fill(worker, { origin: server.url, token }, 'rows');
    const ask = (rows: RowSeen[]) =>
      worker.evaluate(
        (rows) => (globalThis as unknown as { worker: MirrorWorker }).worker.rows('rows', rows),
        rows,
      );
    const lookUp = (rows: RowSeen[]) =>
      worker.evaluate(
        (emails) => (globalThis as unknown as { worker: MirrorWorker }).worker.people('rows', emails),
        rows.flatMap(({ people }) => people.map(({ email }) => email)),
      );
    const cold = await ask(rowsOf(999));
    const times: RowsAnswered[] = [];
    const floors: number[] = [];
    const worked: { all: number; longest: number }[] = [];
    // Rows that nobody asked for yet: each reads what it needs.
    for (let round = 0; round < rounds; round++) {
      times.push(await ask(rowsOf(3 * round)));
      floors.push(await lookUp(rowsOf(3 * round + 1)));
      worked.push(await workedAt(browser.context, async () => void (await ask(rowsOf(3 * round + 2)))));
    }
    const answer = median(times.map(({ ms }) => ms));
    console.log(
      `  ${times[0]?.chipped} of ${batch} rows have something to say; the first answer of all ${cold.ms.toFixed(0)} ms`,
    );
    return [
      figure(`${batch} rows at 100,000 contacts, answered, beside 100 ms`, answer, 100, 'ms'),
      figure('The same, beside looking up who wrote them', answer, median(floors), 'ms'),
      figure(
        'The worker’s longest turn at it, beside 50 ms',
        median(worked.map(({ longest }) => longest)),
        50,
        'ms',
      ),
      figure(
        'All that the worker does for it, beside 100 ms',
        median(worked.map(({ all }) => all)),
        100,
        'ms',
      ),
    ];
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
