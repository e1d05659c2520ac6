import { type PairLink, parsePairLink } from './pair-link.ts';

/**
 * The server that a page is of, if it offers to pair: it says so, or its address carries the code. Any page could say
 * so: it speaks for its own origin alone, and nothing happens before that was read and confirmed.
 * @param href the page's address, by the browser's word
 */
export function offerOf(href: string, offered: string | null): (PairLink & { link: string }) | null {
  if (!URL.canParse(href)) return null;
  for (const link of [offered, href]) {
    const known = link?.includes('/pair#') ? parsePairLink(link) : null;
    if (link && known && known.origin === new URL(href).origin) return { ...known, link };
  }
  return null;
}
