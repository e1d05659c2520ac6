import type { Page } from 'playwright-core';
import { launch } from '../../doubles/browser/launch.ts';
import { openWorld } from '../../e2e/world.ts';
import { type Figure, figure, median } from '../figure.ts';

const listed = 50;
const rounds = 9;
const loadedMs = 4_000;
const frame = 1_000 / 60;

type Seen = {
  /** When 50 rows stood in the page, and when what stands on each of them was painted; the page's clock. */
  shown: number;
  painted: number[];
  /** By how much rows moved under the eye, by the browser's own measure (layout instability). */
  shift: number;
};
declare global {
  interface Window {
    rowsSeen: Seen;
  }
}

/** From 50 rows shown to their chips painted, when one comes back to a list; in the shipped extension. */
export async function shown(): Promise<Figure[]> {
  const world = await openWorld();
  const bare = await launch({ gmail: world.standIn });
  try {
    await bare.context.addInitScript(watch, listed);
    const without = await settled(await bare.openMail('#inbox', `?rows=${listed}`));
    const desk = await world.open('nora', { build: 'shipped' });
    await desk.context.addInitScript(watch, listed);
    const page = await desk.openMail('#inbox', `?rows=${listed}`);
    await page.locator('sidebook-row').nth(5).waitFor({ state: 'attached' });
    const first = await settled(page);
    const back: Seen[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.evaluate(() => {
        location.hash = '#starred';
      });
      await page.waitForTimeout(300);
      await page.evaluate(() => {
        window.rowsSeen = { shown: 0, painted: [], shift: 0 };
        location.hash = '#inbox';
      });
      back.push(await settled(page));
    }
    const last = ({ shown, painted }: Seen) => Math.max(...painted) - shown;
    console.log(
      `  ${back[0]?.painted.length} of ${listed} rows chipped; rows moved by ${first.shift.toFixed(4)} at the first load ` +
        `(${without.shift.toFixed(4)} without us), ` +
        `${median(back.map(({ shift }) => shift)).toFixed(4)} on return`,
    );
    return [
      figure(
        `${listed} rows shown again to all chips painted, beside a frame`,
        median(back.map(last)),
        frame,
        'ms',
      ),
      figure('Of the rounds the slowest, beside 100 ms', Math.max(...back.map(last)), 100, 'ms'),
    ];
  } finally {
    await bare.close();
    await world.close();
  }
}

async function settled(page: Page): Promise<Seen> {
  await page.waitForTimeout(loadedMs / 4);
  return page.evaluate(() => window.rowsSeen);
}

/** Runs in the page before its own scripts. */
function watch(rows: number): void {
  if (window !== window.top) return;
  const { port1, port2 } = new MessageChannel();
  const due: number[] = [];
  window.rowsSeen = { shown: 0, painted: [], shift: 0 };
  port1.onmessage = () => window.rowsSeen.painted.push(...due.splice(0).map(() => performance.now()));
  const holds = (node: Node, tag: string): Element[] =>
    node instanceof Element ? [...(node.matches(tag) ? [node] : []), ...node.querySelectorAll(tag)] : [];
  new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    if (window.rowsSeen.shown === 0 && added.flatMap((node) => holds(node, 'tr')).length >= rows)
      window.rowsSeen.shown = performance.now();
    const hosts = added.flatMap((node) => holds(node, 'sidebook-row'));
    if (hosts.length === 0) return;
    due.push(...hosts.map(() => 0));
    requestAnimationFrame(() => port2.postMessage(null));
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; sources: { node: Node | null }[] }[])
      if (
        entry.sources.some(({ node }) =>
          (node instanceof Element ? node : node?.parentElement)?.closest('tr'),
        )
      )
        window.rowsSeen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
