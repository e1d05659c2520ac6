import type { CDPSession } from 'playwright-core';
import type { Launched } from '../../doubles/browser/launch.ts';

/** Until then InboxSDK has started, found its panel and read the list. */
const loadedMs = 5_000;

/** Milliseconds of script in the page's process from its start on; frames of other origins have processes of their own. */
export async function scriptOfLoad({ context, openMail }: Launched): Promise<number> {
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
