import type { BrowserContext, Frame, Page } from 'playwright-core';
import { clockOffset } from './clock.ts';

declare global {
  interface Window {
    /** Instants at which a thread's element came into the page, by the page's clock. */
    threadsShown: number[];
  }
}

const mark = 'sidebook:painted';

/** Watches the mailbox for threads that appear, before any script of an extension does: nobody's reading comes before zero. */
export async function watchThreads(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (window !== window.top) return;
    window.threadsShown = [];
    const isThread = (node: Node) =>
      node instanceof Element && (node.matches('.a98.iY') || node.querySelector('.a98.iY') !== null);
    new MutationObserver((records) => {
      if (records.some(({ addedNodes }) => [...addedNodes].some(isThread)))
        window.threadsShown.push(performance.timeOrigin + performance.now());
    }).observe(document, { childList: true, subtree: true });
  });
}

/**
 * Opens a thread by its row and answers with the milliseconds from its element in the page to the mark after which
 * `painter` showed everything; it is settled when no mark came for a while.
 */
export async function timeThread(
  page: Page,
  painter: Frame,
  subject: string,
  shows: string,
): Promise<number> {
  const offsets = [await clockOffset(page.mainFrame()), await clockOffset(painter)] as const;
  await page.evaluate(() => {
    window.threadsShown.length = 0;
  });
  await painter.evaluate((name) => performance.clearMarks(name), mark);
  await page.locator('tr.zA', { hasText: subject }).first().click();
  const painted = await painter.evaluate(
    async ({ name, text }) => {
      const end = performance.now() + 20_000;
      const holds = () => document.body.innerText.includes(text);
      for (;;) {
        const last = performance.getEntriesByName(name).at(-1)?.startTime;
        if (last !== undefined && holds() && performance.now() - last > 250)
          return performance.timeOrigin + last;
        if (performance.now() > end) throw new Error(`never painted: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    { name: mark, text: shows },
  );
  const shown = await page.evaluate(() => window.threadsShown[0]);
  if (shown === undefined) throw new Error(`${subject} was never on screen`);
  await page.evaluate(() => {
    location.hash = '#inbox';
  });
  await page.locator('tr.zA').first().waitFor();
  return painted - offsets[1] - (shown - offsets[0]);
}
