import { browser } from 'wxt/browser';
import { untouchedPatterns } from '../../recognisers/silence.ts';
import { chosenSites } from '../../settings/sites.ts';

/** What runs on a site that the user switched on: as in Gmail, the worker is woken before there is a page to read. */
const scripts = [
  { id: 'wake', js: ['content-scripts/gmail-wake.js'], runAt: 'document_start' as const },
  { id: 'page', js: ['content-scripts/page.js'], runAt: 'document_idle' as const },
];

/** How they are registered for what is granted: never in Gmail, which has its own, and where nothing of ours may stand. */
export const registeredScripts = (origins: readonly string[]) =>
  scripts.map((each) => ({
    ...each,
    matches: chosenSites(origins),
    excludeMatches: ['https://mail.google.com/*', ...untouchedPatterns],
    persistAcrossSessions: true,
  }));

/** They run on the sites that are granted now, and nowhere else. */
export async function keepSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = registeredScripts(origins);
  const ids = scripts.map(({ id }) => id);
  const known = (await browser.scripting.getRegisteredContentScripts({ ids })).map(({ id }) => id);
  if (chosenSites(origins).length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known });
    return;
  }
  for (const script of registered) {
    if (known.includes(script.id)) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
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
