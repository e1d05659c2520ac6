import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import { pickOnPage } from '../dock/picker/picker.ts';
import type { FromTab, TabSettings, TaughtHere, ToTab } from '../messages/tab.ts';

// Our scripts in one page share an isolated world of their own: a second click on "show" begins anew.
const place = Symbol.for('sidebook.picker');
type World = typeof globalThis & { [place]?: AbortController };

/** Run in a page when somebody wants to show in it where names stand. */
export default defineUnlistedScript(async (): Promise<void> => {
  const world = globalThis as World;
  world[place]?.abort();
  const mine = new AbortController();
  world[place] = mine;
  const settings: TabSettings | null = await browser.runtime.sendMessage({ type: 'wake' });
  const tell = (taught: TaughtHere | null) =>
    browser.runtime.sendMessage({ type: 'taught', taught } satisfies FromTab);
  if (!settings?.look) {
    await tell(null);
    return;
  }
  if (mine.signal.aborted) return;
  overwriteGetLocale(() => settings.locale);
  const stop = (message: unknown, sender: { id?: string | undefined }): undefined => {
    if (sender.id === browser.runtime.id && (message as ToTab).type === 'pick-end') mine.abort();
  };
  browser.runtime.onMessage.addListener(stop);
  // Not waited for: the click that asked for it is answered as soon as the page waits.
  void pickOnPage(window, mine.signal).then((taught) => {
    browser.runtime.onMessage.removeListener(stop);
    // Whoever sent it away knows.
    return mine.signal.aborted ? undefined : tell(taught);
  });
});
