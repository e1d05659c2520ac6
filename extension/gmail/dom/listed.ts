import { limits } from '../../../shared/domain/limits.ts';
import { isOwnAddress } from '../account.ts';
import { shownViews } from './main-view.ts';
import { addressOf } from './people.ts';
import { all, selectors } from './selectors.ts';

/** Gmail shows at most 100 conversations a page, and names three people in each. */
export const mostListed = 300;

/** Whether the rows of the list name whom one wrote to, not who wrote. */
export const isOfOneself = ({ hash }: Pick<Location, 'hash'>): boolean =>
  /^#(sent|drafts|scheduled|outbox)\b/.test(hash);

/** Of all these addresses each once, without the account's own and without those that are none. */
export function senders(addresses: Iterable<string>, account: string): string[] {
  const found = new Set<string>();
  for (const address of addresses) {
    if (found.size >= mostListed) break;
    const plain = address.trim().toLowerCase();
    if (plain.length <= limits.name && plain.includes('@') && !isOwnAddress(plain, account)) found.add(plain);
  }
  return [...found];
}

/** Who wrote the conversations on the list that is shown: addresses, in the order of its rows. */
export function listedIn(document: Document, account: string): string[] {
  const [view] = shownViews(document).views;
  if (!view) return [];
  return senders(
    all(view, selectors.listed).flatMap((element) => addressOf(element) ?? []),
    account,
  );
}
