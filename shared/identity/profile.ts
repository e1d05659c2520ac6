import { hostOf } from './domain.ts';
import type { IdentityKey } from './key.ts';
import { profileSites } from './profile-sites.ts';

type Pattern = { path: RegExp; query: string | null; instead: string };
type Site = { host: string; patterns: Pattern[]; foldCase: boolean };

/** First pieces that are a site's own, on whichever. */
const reserved = new Set(
  (
    'about account accounts ads api app apps auth blog browse business careers categories category cn compose contact cookies ' +
    'dashboard de developers directory discover docs download en error event events explore faq features feed fr ' +
    'group groups hashtag help home i index intent ja jobs join legal login logout marketplace messages new news notifications ' +
    'oauth organizations orgs p pages people pg photo photos plans policies policy posts premium press pricing privacy ' +
    'product products profile profile.php profiles questions reels reel register repo rss s search security session settings share ' +
    'sharer sharer.php shop signin signup site sponsors status store stories story support tag tags team terms topic topics ' +
    'tos tour tr trending tv u upload user users video videos watch web welcome widget widgets wiki zh'
  ).split(' '),
);

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');
const piece = (text: string): string =>
  escaped(text)
    .replace(/#+/g, (signs) => (signs.length > 1 ? `\\d{${signs.length}}` : '\\d{1,20}'))
    .replace(/\*/g, '[^/]{1,200}')
    .replace(/X$/, '[\\dX]');

function patternOf(text: string): Pattern {
  const [path = '', query = null] = text.split('?');
  const [, left = '', instead = '', kept = ''] = /^(?:\[([^\]:]*):?([^\]]*)\])?(.*)$/.exec(path) ?? [];
  return { path: new RegExp(`^/${piece(left)}(${piece(kept)})(?:/|$)`, 'iu'), query, instead };
}

let byHost: Map<string, Site> | null = null;
function sites(): Map<string, Site> {
  if (byHost) return byHost;
  byHost = new Map();
  for (const row of profileSites.trim().split('\n')) {
    const [names = '', patterns = ''] = row.split(' | ');
    const [first = '', ...others] = names.split(' ');
    const host = first.replace('!', '');
    const site: Site = {
      host,
      patterns: patterns.trim().split(' ').map(patternOf),
      foldCase: !first.endsWith('!'),
    };
    for (const name of [host, ...others]) byHost.set(name, site);
  }
  return byHost;
}

/**
 * The key of a person or company by their page on a site we know: one spelling whatever scheme, `www.`, country
 * host (`de.linkedin.com`), query, fragment and sub-page. Null for every other address.
 */
export function profileKey(url: string): IdentityKey | null {
  const trimmed = url.trim();
  const host = hostOf(trimmed);
  if (!host) return null;
  const site = sites().get(host) ?? sites().get(host.replace(/^(?:www|[a-z]{2})\./, ''));
  if (!site) return null;
  const afterScheme = trimmed.replace(/^(?:https?:)?\/\//i, '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(afterScheme)) return null;
  const start = afterScheme.search(/[/?#]/);
  if (start < 0) return null;
  const [whole = '', query = ''] = (afterScheme.slice(start).split('#', 1)[0] ?? '').split('?');
  const path = whole.replace(/\/{2,}/g, '/');
  for (const pattern of site.patterns) {
    const handle = handleIn(pattern, path, query);
    if (handle === null) continue;
    const plain = unescapePath(handle);
    return { kind: 'profile', value: `https://${site.host}/${site.foldCase ? plain.toLowerCase() : plain}` };
  }
  return null;
}

function handleIn(pattern: Pattern, path: string, query: string): string | null {
  const found = pattern.path.exec(path)?.[1];
  if (found === undefined) return null;
  if (pattern.query === null)
    return found.includes('/') || !isReserved(found) ? pattern.instead + found : null;
  const asked = query.split('&').find((part) => part.startsWith(`${pattern.query}=`));
  const id = asked?.slice(pattern.query.length + 1) ?? '';
  if (!/^[\w.@-]{1,100}$/.test(id)) return null;
  return found === 'profile.php' ? id : `${found}?${pattern.query}=${id}`;
}
const isReserved = (handle: string): boolean => reserved.has(handle.toLowerCase());

/** `%C3%A9` and `é` are one handle; a broken escape stays as it is. */
function unescapePath(path: string): string {
  const [plain = '', query] = path.split('?');
  try {
    const pieces = plain.split('/').map((part) =>
      decodeURIComponent(part)
        .normalize('NFC')
        .replace(/[/?#%\s\\]/g, (sign) => encodeURIComponent(sign)),
    );
    return pieces.join('/') + (query === undefined ? '' : `?${query}`);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
