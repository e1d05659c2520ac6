import type { Page } from 'playwright-core';
import type { Launched } from '../../doubles/browser/launch.ts';

/** Pastes a one-time link into the welcome page, which opens by itself in a new profile, and waits for the data. */
export async function pairThroughWelcome(browser: Launched, link: string): Promise<void> {
  const page = await welcomePage(browser);
  await page.locator('input').first().fill(link);
  await page.locator('button[type=submit]').click();
  await page.locator('body[data-link=online]').waitFor({ timeout: 20_000 });
  await page.close();
}

export async function welcomePage({ context, extensionId }: Launched): Promise<Page> {
  const url = `chrome-extension://${await extensionId()}/welcome.html`;
  const isOpen = () => context.pages().find((page) => page.url().startsWith(url));
  const end = Date.now() + 3_000;
  while (!isOpen() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  const opened = isOpen();
  if (opened) return opened;
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
