import { foldText } from '../kit/fold.ts';
import { type IdentityKey, pageSystem } from './key.ts';

/** What campaigns hang on addresses; the page is the same. */
const tracking = /^(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|igshid|ref)$/;
/** RFC 3986, appendix B, of the web's own. */
const address = /^https?:\/\/([^/?#]+)([^?#]*)(\?[^#]*)?(#.*)?$/i;
const longest = 2_000;

/**
 * The key of somebody who stands on a page under a name and has no handle there: the page's address and the name. The
 * same name elsewhere is not known by it.
 */
export function pageKey(url: string, name: string): IdentityKey | null {
  const own = foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
  const [, host = '', path = '', search = '', hash = ''] = address.exec(url.trim()) ?? [];
  if (!own || !host) return null;
  const asked = search
    .split(/[?&]/)
    .filter((part) => part && !tracking.test(part.split('=', 1)[0] ?? ''))
    .sort()
    .join('&');
  // Some sites keep their pages behind the `#`.
  const route = /^#[!/]/.test(hash) ? hash : '';
  const bare = `${host.toLowerCase().replace(/^www\./, '')}${path.replace(/\/$/, '')}`;
  const page = `${bare}${asked && `?${asked}`}${route}`;
  const value = `${pageSystem}${page} ${own}`;
  return value.length <= longest ? { kind: 'external', value } : null;
}
