import { hostOf } from '../../identity/domain.ts';

/** RFC 3986: what stands between `//` (or the start) and the path; user information and port are no part of a host. */
const authority =
  /^\s*(?:https?:\/\/)?(?:[^/?#@\s]*@)?(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{0,5})?(?:[/?#]|\s*$)/i;

/** The host by which a rule names a site: a public name, else an address literal or a name of the local network; null for neither. */
export function siteOf(text: string): string | null {
  if (text.length > 2_048) return null;
  return hostOf(text) ?? authority.exec(text)?.[1]?.toLowerCase() ?? null;
}
