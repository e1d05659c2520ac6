import { domainKey, hostOf } from '../../../shared/identity/domain.ts';
import { isFreeMailDomain } from '../../../shared/identity/free-mail.ts';
import type { Passage } from '../corpus.ts';
import { headOf } from '../head.ts';
import { isPlatform } from '../platforms.ts';
import type { Page, Reading } from '../recogniser.ts';

/** A name in the web's registers: "acme-tools" of acme-tools.co.uk, and ".co.uk". */
export type HostName = { label: string; ending: string };

const split = (host: string | null): HostName | null => {
  const domain = host ? domainKey(host)?.value : null;
  if (!domain || isFreeMailDomain(domain) || isPlatform(domain)) return null;
  const dot = domain.indexOf('.');
  return { label: domain.slice(0, dot).replace(/[^\p{L}\p{N}]/gu, ''), ending: domain.slice(dot) };
};

/** The page's own host, else the one it says it stands at; a page saved to a file still tells it. */
export function* ownHost(page: Page): Reading<HostName | null> {
  const own = split(hostOf(page.url));
  if (own) return own;
  const { meta, base } = yield* headOf(page);
  for (const address of [meta('og:url'), base]) {
    const told = /^(?:https?:)?\/\//i.test(address) ? split(hostOf(address)) : null;
    if (told) return told;
  }
  return null;
}

const mailHost = /@((?:[\p{L}\d-]{1,63}\.){1,4}\p{L}{2,24})/gu;

/** The hosts of the page's e-mail addresses, the most frequent first. */
export function mailHosts(passages: readonly Passage[]): HostName[] {
  const count = new Map<string, number>();
  for (const { lower } of passages) {
    if (!lower.includes('@')) continue;
    for (const match of lower.matchAll(mailHost)) {
      const host = match[1] ?? '';
      if (count.size < 50 || count.has(host)) count.set(host, (count.get(host) ?? 0) + 1);
    }
  }
  const hosts = [...count].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const names = hosts.flatMap(([host]) => split(host) ?? []);
  return names.filter((name, at) => names.findIndex(({ label }) => label === name.label) === at);
}
