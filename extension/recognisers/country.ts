import { countryOfHost } from '../../shared/identity/country.ts';
import { hostOf } from '../../shared/identity/domain.ts';
import type { Page } from './recogniser.ts';

/** By page: the country of the addresses that stand on it. */
const addressed = new WeakMap<Document, string>();

/** Remembers where the addresses of a page are. */
export const tellCountry = ({ document }: Page, country: string): void => {
  addressed.set(document, country);
};

/**
 * The country a page's national phone numbers were most likely written in: by its top-level domain, else by the
 * addresses on it, else by the region of its language. Null where none tells; a guess is worse than none.
 */
export function countryOf({ document, url }: Page): string | null {
  const byHost = countryOfHost(hostOf(url) ?? '');
  if (byHost) return byHost;
  const byAddress = addressed.get(document);
  if (byAddress) return byAddress;
  const language = document.documentElement?.getAttribute('lang') ?? '';
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
  return region ? region.toUpperCase() : null;
}
