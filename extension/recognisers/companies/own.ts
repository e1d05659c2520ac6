import { hostOf } from '../../../shared/identity/domain.ts';
import { type Passage, small } from '../corpus.ts';
import { headOf } from '../head.ts';
import { isPlatform } from '../platforms.ts';
import type { Page, Reading } from '../recogniser.ts';
import { clean } from '../sight.ts';
import { surveyOf } from '../survey.ts';
import { endOfName, trimmedName } from './extent.ts';
import type { Named } from './formed.ts';
import { mailHosts, ownHost } from './host.ts';
import { formFirst } from './legal-forms.ts';
import { isSomebody } from './somebody.ts';
import { type Spelling, spellingsOf, walk } from './spelt.ts';
import { nameIn, titleParts, unescapedTwice } from './title.ts';
import { isGeneral, pageWords } from './words.ts';

/** What a site calls itself: the surest name first, other ways of writing it behind. */
export type OwnName = { name: string; confidence: number; also: string[] };

const most = 11;
/** A logo stands before these. */
const mostImages = 40;

/** Finds what the site is called: its host's name as the page spells it, its title, its logo, its copyright. */
export function* readOwnName(
  page: Page,
  passages: readonly Passage[],
  owners: readonly Named[],
): Reading<OwnName | null> {
  const at = hostOf(page.url);
  // On a platform the page is about others.
  if (at && isPlatform(at)) return null;
  const host = yield* ownHost(page);
  const hosts = host ? [host] : mailHosts(passages);
  const spellings = new Map<string, Spelling>();
  for (const one of hosts) {
    for (const passage of passages) {
      spellingsOf(passage, one, spellings);
      yield;
    }
  }
  const names = new Map<string, number>();
  const put = (name: string, confidence: number): void => {
    if (name.length > 1 && name.length <= 80 && !isGeneral(name))
      names.set(name, Math.max(names.get(name) ?? 0, confidence));
  };
  const spelt = [...spellings.values()];
  const isWritten = spelt.some(({ cover, bare, isAddress }) => cover === 1 && bare > 0 && !isAddress);
  for (const { text, cover, count, bare, isAddress, longer } of spelt) {
    // "acme.example" is an address, unless they call themselves nothing else.
    if (isAddress && isWritten) continue;
    // Somebody's own site, named after them: a person, told by the reader of people.
    if (isSomebody(text)) continue;
    const [most, times] = [...longer].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (times >= 2 && bare === 0 && times >= 0.6 * count) put(most, 0.75);
    // "Innux" of Innux Technologies Lda.: once alone may be a product.
    const isBegin = owners.some(({ name }) => name.startsWith(`${text} `));
    if (bare > (isBegin && !text.includes(' ') ? 2 : 0))
      put(text, cover === 1 ? 0.8 : 0.6 + 0.05 * Math.min(3, count));
  }
  let isTold = names.size > 0 && (isWritten || !spelt.every(({ isAddress }) => isAddress));
  const stated = yield* statedNames(page);
  for (const { name, confidence, isTitle } of stated) {
    const isOwner = owners.some((owner) => squeezed(owner.name) === squeezed(name));
    const fits = hosts.some(({ label }) => fitsHost(name, label));
    if (isSomebody(name) && !isOwner && !fits) continue;
    const times = timesIn(passages, name);
    yield;
    if (times === 0 && !isOwner) continue;
    if (confidence >= 0.8 || isOwner || fits) put(name, confidence + (fits ? 0.1 : 0));
    // The title names the page too: only where nothing else tells whose it is.
    else if (!isTold && (isTitle ? times > 1 && name.includes(' ') : true)) {
      put(name, 0.5 + 0.03 * Math.min(5, times));
      isTold = true;
    }
  }
  if (names.size === 0) {
    // Nothing of the page says it: what its title has of the host's name.
    const told = titleName(stated, host?.label ?? '');
    if (told) put(told, 0.5);
  }
  for (const [name, confidence] of [...names]) {
    const short = shortIn(passages, name);
    if (short) put(short, Math.min(0.7, confidence));
  }
  const sorted = [...names].sort((a, b) => b[1] - a[1]);
  const best = sorted[0];
  return best
    ? { name: best[0], confidence: Math.min(0.9, best[1]), also: sorted.slice(1, most).map(([name]) => name) }
    : null;
}

/** What a name is shortened to where it stands first: "World Health Organization (WHO)". */
function shortIn(passages: readonly Passage[], name: string): string | null {
  const wanted = `${small(name)} (`;
  for (const { text, lower } of passages) {
    const at = lower.indexOf(wanted);
    const short =
      at < 0
        ? undefined
        : /^\p{Lu}[\p{Lu}&]{1,7}(?=\))/u.exec(text.slice(at + wanted.length, at + wanted.length + 10))?.[0];
    if (short && isShortOf(short, name)) return short;
  }
  return null;
}

/** True where its letters begin words of the name, in their order. */
function isShortOf(short: string, name: string): boolean {
  const initials = (name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|&/gu) ?? []).join('').toUpperCase();
  let at = 0;
  for (const letter of initials) if (letter === short.charAt(at)) at++;
  return at === short.length;
}

/** The host's name, with a little behind it: "Acme Tools of Ohio" at acmetools.example. */
const fitsHost = (name: string, label: string): boolean => {
  const end = walk(small(name), /^the /i.test(name) ? 4 : 0, label);
  if (end === null || end.cover < 0.7 || end.cut) return false;
  return name.length - end.at < 2 || (name.length - end.at < 40 && endOfName(name, end.at) === name.length);
};

const squeezed = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How often a name stands in the text, in any case, as words of their own and not with more capitals behind. */
function timesIn(passages: readonly Passage[], name: string): number {
  const wanted = small(name);
  let times = 0;
  for (const { text, lower } of passages) {
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      const behind = text.slice(at + name.length, at + name.length + 2);
      if (/[\p{L}\p{N}@]$/u.test(text.charAt(at - 1)) || /^[\p{L}\p{N}@]|^ \p{Lu}/u.test(behind)) continue;
      if (/^[ ,]/.test(behind) && formFirst.test(text.slice(at + name.length, at + name.length + 30)))
        continue;
      // Small letters do not name anybody who writes itself with capitals.
      if (/\p{Lu}/u.test(name) && !/\p{Lu}/u.test(text.slice(at, at + name.length))) continue;
      times++;
    }
  }
  return times;
}

type Stated = { name: string; confidence: number; isTitle?: boolean };

const titleName = (stated: readonly Stated[], label: string): string | null =>
  stated
    .filter(({ isTitle }) => isTitle)
    .map(({ name }) => nameIn(name, label))
    .filter((one) => one !== null)
    .sort((a, b) => b.fit - a.fit)[0]?.name ?? null;

/** What the head and the logo say: the site's name among other things. */
function* statedNames(page: Page): Reading<Stated[]> {
  const found: Stated[] = [];
  const put = (raw: string, confidence: number): void => {
    const name = trimmedName(unescapedTwice(raw));
    if (name && !pageWords.test(name) && !/^https?:|^www\./i.test(name)) found.push({ name, confidence });
  };
  const { meta, title } = yield* headOf(page);
  for (const property of [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'twitter:site_name',
  ])
    put(meta(property), 0.8);
  let count = 0;
  for (const image of (yield* surveyOf(page)).marked.image) {
    if (++count > mostImages) break;
    const alt = clean(image.getAttribute('alt'));
    const isLogo = ['class', 'id', 'src', 'alt'].some((name) => /logo/i.test(image.getAttribute(name) ?? ''));
    if (isLogo && alt) put(alt.replace(/\s*\blogo(?:type)?\b\s*/giu, ' '), 0.6);
  }
  yield;
  for (const name of titleParts(title))
    if (name.split(' ').length <= 6 && /[\p{Lu}\p{Lo}\d]/u.test(name))
      found.push({ name, confidence: 0.5, isTitle: true });
  return found;
}
