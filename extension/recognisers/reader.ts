import type { PageScreen } from '../messages/tab.ts';
import { plain } from './dom.ts';

/** Reads the page whole. Brought into a page only when it holds something (page-reader.ts). */
export type Reader = (signal: AbortSignal) => Promise<PageScreen>;

// Our scripts in one page share an isolated world of their own, which the page's scripts cannot see into.
const place = Symbol.for('sidebook.reader');
type World = typeof globalThis & { [place]?: Reader };

export const setReader = (reader: Reader): void => {
  (globalThis as World)[place] = reader;
};
export const readerHere = (): Reader | undefined => (globalThis as World)[place];

/** What a page may hold that is worth the reader: asked cheaply, before anything of it is loaded. */
const marks =
  'script[type*="ld+json" i],[itemscope],[typeof],.h-card,.vcard,a[href^="mailto:" i],a[href^="tel:" i],a[href*=".vcf" i],meta[property^="og:"]';

/** How many text nodes, and how much of each, are looked through for an address: a page without marks and addresses in these has none. */
const looked = { nodes: 20_000, each: 1_000, all: 1_000_000 };

export function mayHold(page: Document): boolean {
  const document = plain(page);
  if (document.querySelector(marks)) return true;
  const root = document.body ?? document.documentElement;
  if (!root) return false;
  const walker = document.createTreeWalker(root, 4);
  let length = 0;
  for (let count = 0; count < looked.nodes && length < looked.all && walker.nextNode(); count++) {
    const text = (walker.currentNode.nodeValue ?? '').slice(0, looked.each);
    length += text.length;
    if (text.includes('@') || /\d[\d ().-]{6}|公司|\b(?:Inc|LLC|Ltd|GmbH)\b/.test(text)) return true;
  }
  return false;
}

/** What can be said of a page without reading it. */
export const plainScreen = (page: Pick<Window, 'document' | 'location'>, readable: boolean): PageScreen => ({
  url: page.location.href.slice(0, 2_048),
  title: plain(page.document).title.slice(0, 300),
  readable,
  selection: null,
  sightings: [],
});
