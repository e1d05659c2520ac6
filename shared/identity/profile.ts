import { hostOf } from './domain.ts';
import type { IdentityKey } from './key.ts';

/** A site with pages of people or companies: its hosts, and what of the path is the handle. */
type Site = {
  hosts: string[];
  /** Canonical host. */
  host: string;
  /** Matches the path; group 1 is the canonical path. */
  path: RegExp;
  /** Handles that differ only in case are one. */
  foldCase: boolean;
};

const reserved =
  '(?!(?:about|ads|blog|careers|compose|contact|directory|download|events?|explore|features|feed|groups?|hashtag|help|home|i|intent|jobs|legal|login|marketplace|notifications|p|pages|pricing|privacy|reels?|search|settings|share|sharer|sharer\\.php|signup|sponsors|stories|terms|topics|tr|trending|tv|watch)(?:/|$))';
const handle = (name: string): RegExp => new RegExp(`^/(${reserved}${name})(?:/.*)?$`, 'iu');

const sites: Site[] = [
  {
    hosts: ['linkedin.com'],
    host: 'linkedin.com',
    path: /^\/((?:in|company|school)\/[^/]+)/iu,
    foldCase: true,
  },
  { hosts: ['github.com'], host: 'github.com', path: handle('[a-z\\d](?:[a-z\\d-]{0,38})'), foldCase: true },
  { hosts: ['gitlab.com'], host: 'gitlab.com', path: handle('[\\w][\\w.-]{1,254}'), foldCase: true },
  {
    hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'],
    host: 'x.com',
    path: handle('\\w{1,15}'),
    foldCase: true,
  },
  {
    hosts: ['facebook.com', 'fb.com', 'm.facebook.com'],
    host: 'facebook.com',
    path: handle('[\\w.-]{3,}'),
    foldCase: true,
  },
  { hosts: ['instagram.com'], host: 'instagram.com', path: handle('[\\w.]{1,30}'), foldCase: true },
  { hosts: ['xing.com'], host: 'xing.com', path: /^\/((?:profile|pages)\/[^/]+)/iu, foldCase: true },
  {
    hosts: ['youtube.com', 'm.youtube.com'],
    host: 'youtube.com',
    path: /^\/(@[^/]+|c\/[^/]+|channel\/[^/]+|user\/[^/]+)/iu,
    foldCase: false,
  },
  { hosts: ['tiktok.com'], host: 'tiktok.com', path: /^\/(@[\w.]+)/iu, foldCase: true },
  { hosts: ['t.me', 'telegram.me'], host: 't.me', path: handle('\\w{4,32}'), foldCase: true },
  { hosts: ['wa.me'], host: 'wa.me', path: /^\/(\d{7,15})/u, foldCase: true },
  { hosts: ['weibo.com'], host: 'weibo.com', path: /^\/(u\/\d+|[\w]{4,})\/?$/iu, foldCase: true },
  { hosts: ['zhihu.com'], host: 'zhihu.com', path: /^\/((?:people|org)\/[^/]+)/iu, foldCase: false },
  { hosts: ['medium.com'], host: 'medium.com', path: /^\/(@[\w.-]+)/iu, foldCase: true },
  {
    hosts: ['crunchbase.com'],
    host: 'crunchbase.com',
    path: /^\/((?:person|organization)\/[^/]+)/iu,
    foldCase: true,
  },
  { hosts: ['orcid.org'], host: 'orcid.org', path: /^\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/iu, foldCase: false },
  { hosts: ['producthunt.com'], host: 'producthunt.com', path: /^\/(@[\w-]+)/iu, foldCase: true },
  { hosts: ['substack.com'], host: 'substack.com', path: /^\/(@[\w-]+)/iu, foldCase: true },
  { hosts: ['stackoverflow.com'], host: 'stackoverflow.com', path: /^\/(users\/\d+)/u, foldCase: false },
  { hosts: ['bsky.app'], host: 'bsky.app', path: /^\/(profile\/[^/]+)/iu, foldCase: true },
  { hosts: ['threads.net', 'threads.com'], host: 'threads.net', path: /^\/(@[\w.]+)/iu, foldCase: true },
];

const byHost = new Map(sites.flatMap((site) => site.hosts.map((host) => [host, site] as const)));

/**
 * The key of a person or company by their page on a site we know: one spelling whatever scheme, `www.`, country
 * host (`de.linkedin.com`), query, fragment and sub-page. Null for every other address.
 */
export function profileKey(url: string): IdentityKey | null {
  const trimmed = url.trim();
  const host = hostOf(trimmed);
  if (!host) return null;
  const site = byHost.get(host) ?? byHost.get(host.replace(/^(?:www|[a-z]{2})\./, ''));
  if (!site) return null;
  const afterScheme = trimmed.replace(/^(?:https?:)?\/\//i, '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(afterScheme)) return null;
  const start = afterScheme.indexOf('/');
  if (start < 0) return null;
  const path = (afterScheme.slice(start).split(/[?#]/, 1)[0] ?? '').replace(/\/{2,}/g, '/');
  const found = site.path.exec(path)?.[1];
  if (!found) return null;
  const plain = unescapePath(found);
  return { kind: 'profile', value: `https://${site.host}/${site.foldCase ? plain.toLowerCase() : plain}` };
}

/** `%C3%A9` and `é` are one handle; a broken escape stays as it is. */
function unescapePath(path: string): string {
  try {
    return path
      .split('/')
      .map((part) =>
        decodeURIComponent(part)
          .normalize('NFC')
          .replace(/[/?#%\s\\]/g, (sign) => encodeURIComponent(sign)),
      )
      .join('/');
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
