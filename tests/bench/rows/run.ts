import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RowSeen } from '../../../extension/gmail/surface.ts';
import { bundle } from '../../doubles/browser/bundle.ts';
import { launch } from '../../doubles/browser/launch.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { openWorld } from '../../e2e/world.ts';
import { type Figure, figure, median } from '../figure.ts';
import { buildMirrorWorker } from '../fill/extension.ts';
import { fill } from '../fill/run.ts';
import type { MirrorWorker, RowsAnswered } from '../fill/worker.ts';
import { emailOf } from '../server/address.ts';
import { seedData } from '../server/seed.ts';
import { longestOfOurs } from './tasks.ts';

const contacts = 100_000;
const batch = 300;
const chipped = 50;
const listed = 1_000;
const rounds = 9;
const frame = 1_000 / 60;

/** What stands on the rows of the mailbox's lists: how long it is worked at in the page, and in the background. */
export async function rowsFigures(): Promise<Figure[]> {
  return [...(await scrolled()), ...(await drawn()), ...(await answered())];
}

/** A list of 1,000 rows in the shipped extension, scrolled to its end. */
async function scrolled(): Promise<Figure[]> {
  const world = await openWorld();
  try {
    const desk = await world.open('nora', { build: 'shipped' });
    const page = await desk.openMail('#inbox', `?rows=${listed}`);
    await page.locator('sidebook-row').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(4_000);
    const longest = await longestOfOurs(page, () => scrollToEnd(page));
    return [
      figure('1,000 rows scrolled: longest call into us in the page, beside 50 ms', longest.page, 50, 'ms'),
      figure('Longest task of the worker meanwhile, beside 50 ms', longest.worker, 50, 'ms'),
    ];
  } finally {
    await world.close();
  }
}

/** With the wheel over the list, ten rows a turn, until nothing moves any more. */
async function scrollToEnd(page: Page): Promise<void> {
  const last = page.locator('tr').last();
  await page.locator('tr').nth(5).hover();
  for (let turn = 0; turn < listed; turn++) {
    await page.mouse.wheel(0, 380);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    if (turn % 10 === 9 && (await last.evaluate((row) => row.getBoundingClientRect().top < innerHeight)))
      break;
  }
  await page.waitForTimeout(1_500);
}

/** Fifty rows with three chips each, beside fifty bare labels. */
async function drawn(): Promise<Figure[]> {
  const source = await bundle('tests/bench/rows/in-page.ts');
  const browser = await launch();
  try {
    const page = await browser.context.newPage();
    const row =
      '<tr><td><div class="xT" style="display:flex;width:600px;overflow:hidden"><div class="y6">An offer</div><span>and more</span></div></td></tr>';
    await page.setContent(`<table>${row.repeat(chipped)}</table>`);
    await page.evaluate(source);
    const times: { ours: number; floor: number }[] = [];
    for (let round = 0; round <= rounds; round++)
      times.push(
        await page.evaluate(
          (count) =>
            (globalThis as unknown as { measure(count: number): { ours: number; floor: number } }).measure(
              count,
            ),
          chipped,
        ),
      );
    const warm = times.slice(1);
    const ours = median(warm.map((each) => each.ours));
    const floor = median(warm.map((each) => each.floor));
    return [
      figure('50 rows with three chips each laid out, beside a frame', ours, frame, 'ms'),
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
    await ask(rowsOf(999));
    const times: RowsAnswered[] = [];
    for (let round = 0; round < rounds; round++) times.push(await ask(rowsOf(round)));
    const [first] = times;
    console.log(`  ${first?.chipped} of ${batch} rows have something to say`);
    const answer = median(times.map((each) => each.answer));
    return [
      figure('300 rows at 100,000 contacts, answered, beside 100 ms', answer, 100, 'ms'),
      figure(
        'The same, beside looking up who wrote them',
        answer,
        median(times.map((each) => each.floor)),
        'ms',
      ),
      figure(
        'For so long nothing else came through, beside 50 ms',
        median(times.map((each) => each.longest)),
        50,
        'ms',
      ),
    ];
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
