import type { PageScreen } from '../messages/tab.ts';

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
  'script[type*="ld+json" i],[itemscope],[typeof],.h-card,.vcard,a[href^="mailto:" i],a[href^="tel:" i],meta[property^="og:"]';

/** How many text nodes are looked through for an address: a page without marks and addresses in these has none. */
const looked = 20_000;

export function mayHold(document: Document): boolean {
  if (document.querySelector(marks)) return true;
  const walker = document.createTreeWalker(document.body ?? document.documentElement, 4);
  for (let count = 0; count < looked && walker.nextNode(); count++) {
    const text = walker.currentNode.nodeValue ?? '';
    if (text.includes('@') || /\+?\d[\d ().-]{6,}\d|公司|\b(?:Inc|LLC|Ltd|GmbH)\b/.test(text)) return true;
  }
  return false;
}

/** What can be said of a page without reading it. */
export const plainScreen = (page: Pick<Window, 'document' | 'location'>, readable: boolean): PageScreen => ({
  url: page.location.href.slice(0, 2_048),
  title: page.document.title.slice(0, 300),
  readable,
  selection: null,
  sightings: [],
});
