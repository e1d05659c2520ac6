import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageScreen } from '../messages/tab.ts';
import { plainScreen, setReader } from '../recognisers/reader.ts';
import { readScreen } from '../recognisers/screen.ts';
import { isSilent } from '../recognisers/silence.ts';

/** Run in a page after a click (activeTab), or where the page's script asked for it: reads, sends and returns what is there. */
export default defineUnlistedScript(async (): Promise<PageScreen> => {
  const silent = isSilent(location.href);
  if (!silent) setReader((signal) => readScreen(window, signal));
  const screen = silent ? plainScreen(window, false) : await readScreen(window, AbortSignal.timeout(10_000));
  await browser.runtime.sendMessage({ type: 'page', screen });
  return screen;
});
