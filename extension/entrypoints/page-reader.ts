import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerPointing } from '../dock/point.ts';
import type { PageScreen, TabSettings } from '../messages/tab.ts';
import { setReader } from '../recognisers/reader.ts';
import { readScreen } from '../recognisers/screen.ts';
import type { Taught } from '../recognisers/taught/recipe.ts';

/** Run in a page after a click (activeTab), or where the page's script asked for it: reads, sends and returns what is there. */
export default defineUnlistedScript(async (): Promise<PageScreen> => {
  answerPointing(window, browser.runtime);
  const read = async (signal: AbortSignal): Promise<PageScreen> =>
    readScreen(window, signal, await recipesHere());
  setReader(read);
  const screen = await read(AbortSignal.timeout(10_000));
  await browser.runtime.sendMessage({ type: 'page', screen });
  return screen;
});

/** Asked anew for every reading: a teammate may have shown something meanwhile. */
async function recipesHere(): Promise<Taught[]> {
  const settings: TabSettings | null = await browser.runtime.sendMessage({ type: 'recipes' });
  return settings?.recipes ?? [];
}
