import type { Frame, Page } from 'playwright-core';

/** The sidebar's frame in a page; there is at most one. */
export async function panelOf(page: Page, timeout = 25_000): Promise<Frame> {
  const end = Date.now() + timeout;
  for (;;) {
    const frame = panelsIn(page)[0];
    if (frame) return frame;
    if (Date.now() > end) throw new Error(`no sidebar came into ${page.url()}`);
    await page.waitForTimeout(50);
  }
}

export const panelsIn = (page: Page): Frame[] =>
  page.frames().filter((frame) => /^chrome-extension:\/\/[^/]+\/sidebar\.html/.test(frame.url()));
