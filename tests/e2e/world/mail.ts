import type { Page } from 'playwright-core';

/** Opens a thread from the list by a part of its subject, as a user would. */
export async function openThread(page: Page, subject: string): Promise<void> {
  if (!new URL(page.url()).hash.startsWith('#inbox') || new URL(page.url()).hash.includes('/'))
    await backToList(page);
  await page.locator('tr.zA', { hasText: subject }).first().click();
  await page.locator('h2.hP', { hasText: subject }).first().waitFor();
}

export async function backToList(page: Page, route = 'inbox'): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#${hash}`;
  }, route);
  await page.locator('tr.zA').first().waitFor();
}
