import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerPointing } from '../dock/point.ts';
import { answerCards } from '../dock/read-card.ts';
import type { PageScreen, TabSettings } from '../messages/tab.ts';
import { setReader } from '../recognisers/reader.ts';
import { readScreen } from '../recognisers/screen.ts';
import { isUntouched } from '../recognisers/silence.ts';
import type { Taught } from '../recognisers/taught/recipe.ts';

/** Run in a page after a click (activeTab), or where the page's script asked for it: reads, sends and returns what is there. */
export default defineUnlistedScript(async (): Promise<PageScreen> => {
  const read = async (signal: AbortSignal): Promise<PageScreen> =>
    readScreen(window, signal, await recipesHere());
  // Where nothing of ours may stand, this reads once and leaves nothing behind: no listener, no reader.
  if (!isUntouched(location.hostname)) {
    answerPointing(window, browser.runtime);
    answerCards(window, browser.runtime);
    setReader(read);
  }
  const screen = await read(AbortSignal.timeout(10_000));
  await browser.runtime.sendMessage({ type: 'page', screen });
  return screen;
});

/** Asked anew for every reading: a teammate may have shown something meanwhile. */
async function recipesHere(): Promise<Taught[]> {
  const settings: TabSettings | null = await browser.runtime.sendMessage({ type: 'recipes' });
  return settings?.recipes ?? [];
}
