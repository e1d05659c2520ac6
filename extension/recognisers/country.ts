import { hostOf } from '../../shared/identity/domain.ts';
import type { Page } from './recogniser.ts';

const notCountries = new Set([
  'ai',
  'co',
  'fm',
  'gg',
  'io',
  'ly',
  'me',
  'sh',
  'so',
  'to',
  'tv',
  'ws',
  'eu',
  'su',
]);

/**
 * The country a page's national phone numbers were most likely written in: by its top-level domain, else by
 * the region of its language. Null where neither tells; a guess is worse than none.
 */
export function countryOf({ document, url }: Page): string | null {
  const top = hostOf(url)?.split('.').at(-1) ?? '';
  if (top.length === 2 && !notCountries.has(top)) return top === 'uk' ? 'GB' : top.toUpperCase();
  const language = document.documentElement?.getAttribute('lang') ?? '';
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
  return region ? region.toUpperCase() : null;
}
