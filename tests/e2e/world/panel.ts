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

/** The frame begins in our own dock and moves once, when InboxSDK has loaded: then it stands in the page's open. */
export async function panelAtRest(page: Page): Promise<Frame> {
  const frame = await panelOf(page);
  await page.locator('iframe[src*="/sidebar.html"]').waitFor({ timeout: 25_000 });
  return frame;
}
