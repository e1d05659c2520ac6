import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerPointing } from '../dock/point.ts';
import type { PageScreen } from '../messages/tab.ts';
import { setReader } from '../recognisers/reader.ts';
import { readScreen } from '../recognisers/screen.ts';

/** Run in a page after a click (activeTab), or where the page's script asked for it: reads, sends and returns what is there. */
export default defineUnlistedScript(async (): Promise<PageScreen> => {
  answerPointing(window, browser.runtime);
  setReader((signal) => readScreen(window, signal));
  const screen = await readScreen(window, AbortSignal.timeout(10_000));
  await browser.runtime.sendMessage({ type: 'page', screen });
  return screen;
});
