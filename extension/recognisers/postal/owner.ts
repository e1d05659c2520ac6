import type { Sighting } from '../../../shared/identity/sighting.ts';
import type { Line } from '../lines.ts';
import type { Page } from '../recogniser.ts';
import { sight } from '../sight.ts';
import type { PostalAddress } from './addresses.ts';

/** Lines between a name and the address that is theirs: a title, a department. */
const closest = 2;

/**
 * Gives the addresses to whom they stand with: the one named right above, else the page's own company; where that has
 * no name in the text, the site itself is returned with it. One address each: the first.
 */
export function placeAddresses(
  addresses: readonly PostalAddress[],
  named: readonly { sighting: Sighting; line: number }[],
  own: Sighting | null,
  page: Page,
  lines: readonly Line[],
): Sighting | null {
  let site: Sighting | null = null;
  for (const { text, from, isInline, confidence } of addresses) {
    const element = lines[from]?.element;
    const at = element && page.places?.mark(element);
    const above = named.filter(({ line }) => line <= from && from - line <= (isInline ? 0 : closest));
    if (isInline && above.length === 0) continue;
    const near = above.sort((a, b) => b.line - a.line)[0]?.sighting ?? own;
    if (!near) {
      site ??= sight({ kind: 'company', urls: [page.url], address: text }, 'text', confidence, at);
    } else if (!near.fields.address) {
      near.fields.address = { value: text, source: 'text', confidence, ...(at === undefined ? {} : { at }) };
    }
  }
  return site;
}
