import type { Page } from 'playwright-core';
import { noOrigin } from '../../../shared/domain/row.ts';
import { type Launched, launch } from '../../doubles/browser/launch.ts';
import { shipped } from '../../e2e/world/build.ts';
import { pairThroughWelcome } from '../../e2e/world/pair.ts';
import { type Figure, figure, median } from '../figure.ts';
import { find, scroll, watchPainted } from '../list/in-page.ts';
import { newId, type PairedServer, startPairedServer } from '../paired-server.ts';

const cards = 2_000;
const rounds = 7;
const words = ['deal 77', 'account 12', 'nobody', 'deal', 'account 3', 'deal 19'];

type Desk = { paired: PairedServer; browser: Launched; page: Page; close(): Promise<void> };

/** Deals in every stage, each of a company, every third with a next step. */
async function fill({ act }: PairedServer, stages: readonly string[], size: number): Promise<void> {
  const none = { industry: null, city: null, country: null, phone: null, website: null, ownerId: null };
  const companies: string[] = [];
  for (let i = 0; i < Math.min(100, size); i++) {
    const id = newId();
    companies.push(id);
    await act('company.add', { ...none, id, name: `Account ${i}`, domains: [], own: {}, origin: noOrigin });
  }
  for (let i = 0; i < size; i++) {
    const id = newId();
    await act('deal.add', {
      ...{ id, title: `Deal ${i}`, amountMinor: 100_000 + i * 100, currency: i % 5 ? 'EUR' : 'USD' },
      ...{
        expectedClose: null,
        need: null,
        companyId: companies[i % companies.length] ?? null,
        contactIds: [],
      },
      ...{ ownerId: null, own: {}, origin: noOrigin, stageId: stages[i % stages.length] ?? null },
    });
    if (i % 3 > 0) continue;
    const about = { contactId: null, companyId: null, dealId: id, ownerId: null };
    await act('task.add', {
      id: newId(),
      title: `Call about ${i}`,
      dueDay: '2030-01-01',
      dueAt: null,
      ...about,
    });
  }
}

async function openDesk(size: number): Promise<Desk> {
  const paired = await startPairedServer();
  const pipelineId = newId();
  const stages: string[] = [];
  await paired.act('pipeline.add', { id: pipelineId, name: 'Measured', position: 0, lostReasons: [] });
  for (let position = 0; position < 6; position++) {
    const stage = {
      id: newId(),
      pipelineId,
      name: `Stage ${position}`,
      position,
      probability: position * 15,
    };
    stages.push(stage.id);
    await paired.act('stage.add', { ...stage, colour: null, requires: [], staleDays: 30 });
  }
  await fill(paired, stages, size);
  const browser = await launch({ extension: await shipped(), allowed: [paired.server.url] });
  await pairThroughWelcome(browser, await paired.link());
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1_600, height: 900 });
  await page.addInitScript(watchPainted, '[data-open], [data-column] p');
  const path = `app.html#/board/${pipelineId}`;
  await page.goto(`chrome-extension://${await browser.extensionId()}/${path}`);
  return {
    paired,
    browser,
    page,
    close: async () => {
      await browser.close();
      await paired.close();
    },
  };
}

/** From asking for the page to its first cards painted, in ms; one without deals says so in every column. */
async function timeOpening({ page }: Desk): Promise<number> {
  const url = page.url();
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as { painted?: number }).painted !== undefined);
  return page.evaluate(() => (globalThis as unknown as { painted: number }).painted);
}

/** The board with 2,000 deals, in the shipped extension, beside the same board with none. */
export async function boardFigures(): Promise<Figure[]> {
  console.log(`  filling a board of ${cards} ...`);
  const desks: Desk[] = [];
  try {
    const none = await openDesk(0);
    desks.push(none);
    const all = await openDesk(cards);
    desks.push(all);
    const [full, empty]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const ours = await timeOpening(all);
      const floor = await timeOpening(none);
      if (round === 0) continue;
      full.push(ours);
      empty.push(floor);
    }
    const drawn = await all.page.locator('[data-card]').count();
    const scrolled = await all.page.evaluate(scroll, { box: '[data-cards]', ms: 5_000, jump: 9_000 });
    const found: number[] = [];
    for (const text of words)
      found.push(await all.page.evaluate(find, { text, count: 'main header [role=status]' }));
    console.log(
      `  ${drawn} of ${cards} cards are drawn; scrolled ${scrolled.frames} frames, the longest ${scrolled.frame.toFixed(0)} ms`,
    );
    console.log(`  filters: ${found.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    return [
      figure(
        'Board with 2,000 deals, first cards painted, beside with none',
        median(full),
        median(empty),
        'ms',
      ),
      figure(
        'Longest task while a column is scrolled (0: none over 50), beside a long one',
        scrolled.task,
        50,
        'ms',
      ),
      figure('A filter typed to its cards painted, beside 100 ms', median(found), 100, 'ms'),
      figure('The slowest of them on the board, beside 100 ms', Math.max(...found), 100, 'ms'),
    ];
  } finally {
    for (const desk of desks) await desk.close();
  }
}
