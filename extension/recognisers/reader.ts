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
  'script[type*="ld+json" i],[itemscope],[typeof],[about],.h-card,.vcard,a[href^="mailto:" i],a[href^="tel:" i],a[href^="data:text/" i],a[rel~="me" i],a[href*=".vcf" i],meta[property^="og:"]';

/** How many text nodes, and how much of each, are looked through for an address: a page without marks and addresses in these has none. */
const looked = { nodes: 20_000, each: 1_000, all: 1_000_000 };

/** Hosts of the sites that are read by name (sites/): their pages need say nothing else. A test holds that all are here. */
const byName =
  /(?:^|\.)(?:(?:github|gitlab|x|twitter|stackoverflow|stackexchange|superuser|serverfault|askubuntu|medium|substack|youtube|instagram|facebook|xing|crunchbase|producthunt|zhihu|weibo|contacts\.google|mp\.weixin\.qq)\.com|bsky\.app|t\.me|telegram\.me|weibo\.cn|maimai\.cn)$/;
/** A team without addresses and numbers is told by what its people do. */
const roles =
  /\b(?:C[EFIMOT]O|(?:co-?)?founder|president|director|manager|partner|head of|geschäftsführer(?:in)?|vorstand|leiter(?:in)?|directeur|directrice|gérant|directora?|gerente|diretora?|direttore|kierownik|директор)\b|总监|總監|经理|經理|董事|创始人|創辦人|教授|取締役|社長|部長|대표|이사/iu;

export function mayHold(page: Document, host = ''): boolean {
  const document = plain(page);
  if (byName.test(host) || document.querySelector(marks)) return true;
  const root = document.body ?? document.documentElement;
  if (!root) return false;
  const walker = document.createTreeWalker(root, 4);
  let length = 0;
  for (let count = 0; count < looked.nodes && length < looked.all && walker.nextNode(); count++) {
    const text = (walker.currentNode.nodeValue ?? '').slice(0, looked.each);
    length += text.length;
    if (text.includes('@') || /\d[\d ().-]{6}|公司|\b(?:Inc|LLC|Ltd|GmbH)\b/.test(text)) return true;
    if (text.length < 120 && roles.test(text)) return true;
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
