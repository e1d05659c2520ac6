import { browser } from 'wxt/browser';
import { gmailOrigin } from './from-tab.ts';

/**
 * After an installation or an update the mailboxes that are open get this version's script: Chromium runs content scripts
 * only in pages that load later. Firefox does it by itself. The script goes by itself where it runs already.
 */
export async function joinOpenMailboxes(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  for (const { id } of await browser.tabs.query({ url: `${gmailOrigin}/*` })) {
    if (id === undefined) continue;
    await browser.scripting
      .executeScript({
        target: { tabId: id, frameIds: [0] },
        files: ['/content-scripts/gmail.js' as never],
      })
      // A tab that sleeps, or that went meanwhile, loads the script when it is shown.
      .catch(() => undefined);
  }
}
