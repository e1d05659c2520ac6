import { hostName } from './host.ts';
import type { IdentityKey } from './key.ts';
import { registrableOf } from './registrable.ts';

/**
 * The key of a company by a host, an address of a page or an e-mail address: the registrable name.
 * @param registrable the public suffix list where it is at hand (background); a small one by default
 */
export function domainKey(
  text: string,
  registrable: (host: string) => string | null = registrableOf,
): IdentityKey | null {
  const host = hostOf(text);
  const value = host && registrable(host);
  return value ? { kind: 'domain', value } : null;
}

/** The host in an address of a page, an e-mail address, or a bare host. */
export function hostOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 2_048) return null;
  const scheme = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.exec(trimmed);
  const authority = (scheme ? trimmed.slice(scheme[0].length) : trimmed).split(/[/?#\\]/, 1)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d{0,5}$/, '');
  return hostName(host);
}
