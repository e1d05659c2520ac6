import type { Page } from 'playwright-core';
import { type Launched, launch } from '../../doubles/browser/launch.ts';
import { panelAtRest } from '../../e2e/world/panel.ts';
import { pick, words } from '../../e2e/world/sidebar.ts';
import { openWorld } from '../../e2e/world.ts';
import { type Figure, figure, median } from '../figure.ts';
import { type Traced, traced } from './tasks.ts';

/** Gmail's longest page, of which ten are a thousand rows; and a thousand in one list, which it never shows. */
const lists = [
  { listed: 100, rounds: 3 },
  { listed: 1_000, rounds: 1 },
];
/** Until then InboxSDK has started, and what is near is read. */
const loadedMs = 4_000;

type Way = 'none' | 'off' | 'on';

/** Lists scrolled to their end: in a bare browser, in the shipped extension with chips off, and with them. */
export async function scrolled(): Promise<Figure[]> {
  const world = await openWorld();
  const bare = await launch({ gmail: world.standIn });
  try {
    const desk = await world.open('nora', { build: 'shipped' });
    const figures: Figure[] = [];
    for (const { listed, rounds } of lists) {
      const seen: Record<Way, Traced[]> = { none: [], off: [], on: [] };
      for (let round = 0; round < rounds; round++) {
        seen.none.push(await scrollThrough(bare, listed));
        seen.on.push(await scrollThrough(desk, listed, true));
        seen.off.push(await scrollThrough(desk, listed));
      }
      for (const [way, all] of Object.entries(seen)) for (const each of all) tell(way, each);
      const of = (way: Way, name: keyof Traced) => median(seen[way].map((each) => each[name]));
      const name = `${listed.toLocaleString('en')} rows scrolled`;
      figures.push(
        figure(`${name}: longest task with chips, beside 50 ms`, of('on', 'longest'), 50, 'ms'),
        figure(
          `${name}: longest task with chips, beside without us`,
          of('on', 'longest'),
          of('none', 'longest'),
          'ms',
        ),
        figure(
          `${name}: longest task with chips off, beside without us`,
          of('off', 'longest'),
          of('none', 'longest'),
          'ms',
        ),
        figure(
          `${name}: frame with chips (p95), beside without us`,
          of('on', 'frame'),
          of('none', 'frame'),
          'ms',
        ),
        figure(`${name}: longest call into us, beside 50 ms`, of('on', 'call'), 50, 'ms'),
        figure(`${name}: longest task of the worker, beside 50 ms`, of('on', 'worker'), 50, 'ms'),
      );
    }
    return figures;
  } finally {
    await bare.close();
    await world.close();
  }
}

const tell = (way: string, { long, all, longest, frame, call, calls, worker }: Traced): void =>
  console.log(
    `  ${way.padEnd(5)} ${long} of ${all} tasks over 50 ms, longest ${longest.toFixed(1)}, frame ${frame.toFixed(1)}, ` +
      `calls into us ${calls.toFixed(0)}, longest ${call.toFixed(1)}; worker ${worker.toFixed(1)}`,
  );

/** @param chips set where they are to stand there; left out, they are switched off for this once where there is a switch */
async function scrollThrough(browser: Launched, listed: number, chips = false): Promise<Traced> {
  const page = await browser.openMail('#inbox', `?rows=${listed}`);
  await page
    .locator('tr')
    .nth(listed - 1)
    .waitFor({ state: 'attached', timeout: 60_000 });
  const hosts = page.locator('sidebook-row');
  const panel = browser.context.serviceWorkers().length > 0 ? await panelAtRest(page) : null;
  await page.waitForTimeout(loadedMs);
  if (chips) await hosts.nth(5).waitFor({ state: 'attached' });
  else if (panel) {
    await pick(panel, words.sidebar_menu(), words.rows_settings());
    await hosts.first().waitFor({ state: 'detached' });
  }
  const found = await traced(page, () => scrollToEnd(page, listed));
  if (chips !== (await hosts.count()) > listed / 3)
    throw new Error('there are chips, or none, against what was set');
  if (panel && !chips) await pick(panel, words.sidebar_menu(), words.rows_settings());
  await page.close();
  return found;
}

/** With the wheel over the list, ten rows a turn, until nothing moves any more. */
async function scrollToEnd(page: Page, listed: number): Promise<void> {
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
