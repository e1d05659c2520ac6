import { browser } from 'wxt/browser';
import type { Sessions } from '../../messages/screen/session.ts';
import { offerOf } from '../../sync/pair-offer.ts';

/** Runs in the page. Its own address is the browser's word, not the page's. */
const lookForOffer = (): { href: string; offered: string | null } => ({
  href: location.href,
  offered: document.querySelector<HTMLMetaElement>('meta[name="sidebook-pair"]')?.content ?? null,
});

/** After a click on the icon, which lets us read this one page. */
export async function readOffer(sessions: Sessions, tabId: number): Promise<void> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, func: lookForOffer })
    // A page that no extension may enter offers nothing.
    .catch(() => []);
  const seen = results[0]?.result;
  const found = seen ? offerOf(seen.href, seen.offered) : null;
  const offer = found && { server: found.origin, link: found.link };
  if (offer || sessions.get(tabId).offer) sessions.change(tabId, { offer });
}
