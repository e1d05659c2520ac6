import { browser } from 'wxt/browser';
import { chosenSites } from '../../settings/sites.ts';

const id = 'page';

/** The page's script runs on the sites that are granted now, and nowhere else. */
export async function keepSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = chosenSites(origins);
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    matches,
    excludeMatches: ['https://mail.google.com/*'],
    js: ['content-scripts/page.js'],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Calls are one after another: two at once would register the script twice. */
export function watchSites(): void {
  let tail: Promise<void> = Promise.resolve();
  const keep = () => {
    tail = tail.then(keepSites).catch(reportError);
  };
  browser.permissions.onAdded.addListener(keep);
  browser.permissions.onRemoved.addListener(keep);
  keep();
}
