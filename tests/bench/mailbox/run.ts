import type { CDPSession, Page } from 'playwright-core';
import { type Launched, launch } from '../../doubles/browser/launch.ts';
import { panelOf } from '../../e2e/world/panel.ts';
import { openWorld } from '../../e2e/world.ts';
import { buildBarePanel } from '../bare-panel/build.ts';
import { type Figure, figure, median } from '../figure.ts';
import { ready, threads } from '../thread/run.ts';

const loads = 3;
/** Until then InboxSDK has started, found its panel and read the list. */
const loadedMs = 5_000;
const early = 50;
const late = 500;

/** What a mailbox costs while it loads, and what it keeps after a day of threads. */
export async function mailboxFigures(): Promise<Figure[]> {
  const world = await openWorld();
  const none = await launch({ gmail: world.standIn });
  const bare = await launch({ extension: await buildBarePanel(), gmail: world.standIn });
  try {
    const ours = await world.open('nora', { build: 'shipped' });
    const spent: Record<'none' | 'bare' | 'ours', number[]> = { none: [], bare: [], ours: [] };
    for (let round = 0; round <= loads; round++) {
      for (const [name, browser] of Object.entries({ none, bare, ours })) {
        const script = await scriptOfLoad(browser);
        // The first one compiles what the others find compiled.
        if (round > 0) spent[name as keyof typeof spent].push(script);
      }
    }
    const [alone, sdk, whole] = [median(spent.none), median(spent.bare), median(spent.ours)];
    const floor = await heapOver(bare);
    const mine = await heapOver(ours, true);
    return [
      figure('Script of ours in a mailbox’s load, beside InboxSDK’s own', whole - sdk, sdk - alone, 'ms'),
      figure(`Page’s heap after ${late} threads, beside after ${early}`, mine.page[1], mine.page[0], 'MB'),
      figure(
        `Sidebar’s heap after ${late} threads, beside after ${early}`,
        mine.panel[1],
        mine.panel[0],
        'MB',
      ),
      figure(`The same with a bare panel of InboxSDK`, floor.page[1], floor.page[0], 'MB'),
    ];
  } finally {
    await none.close();
    await bare.close();
    await world.close();
  }
}

/** Milliseconds of script in the page's process from its start on; frames of other origins have processes of their own. */
async function scriptOfLoad({ context, openMail }: Launched): Promise<number> {
  const page = await openMail('#inbox');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const before = await scriptIn(session);
  await page.reload();
  await page.waitForTimeout(loadedMs);
  const spent = (await scriptIn(session)) - before;
  await page.close();
  return 1_000 * spent;
}

/** Seconds since the metrics were switched on. */
async function scriptIn(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

type Heaps = { page: [number, number]; panel: [number, number] };

async function heapOver(browser: Launched, hasPanel = false): Promise<Heaps> {
  const page = await ready(browser);
  const panel = hasPanel ? await panelOf(page) : null;
  const heaps: Heaps = { page: [0, 0], panel: [0, 0] };
  let opened = 0;
  for (const [at, goal] of [early, late].entries()) {
    for (; opened < goal; opened++) await openAndLeave(page, threads[opened % threads.length]?.[0] ?? '');
    heaps.page[at] = await used(browser, page);
    if (panel) heaps.panel[at] = await used(browser, panel);
  }
  await page.close();
  return heaps;
}

async function openAndLeave(page: Page, subject: string): Promise<void> {
  await page.locator('tr.zA', { hasText: subject }).first().click();
  await page.locator('h2.hP', { hasText: subject }).first().waitFor();
  await page.waitForTimeout(60);
  await page.evaluate(() => {
    location.hash = '#inbox';
  });
  await page.locator('tr.zA').first().waitFor();
}

/** Megabytes in use once nothing is left to collect. */
async function used({ context }: Launched, of: Page | Awaited<ReturnType<typeof panelOf>>): Promise<number> {
  const session = await context.newCDPSession(of);
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
}
