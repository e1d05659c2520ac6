import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Suggestion } from '../../../messages/places.ts';
import type { Probes } from '../../health.ts';
import type { PlacesHost } from '../../places/host.ts';
import type { Sdk } from '../load.ts';
import { bookIcon } from './icons.ts';

/** Of the first only: what the mailbox has of them is its own business. */
const mailWith = ({ title, email }: Suggestion) =>
  email
    ? [
        {
          name: m.places_mail_with({ name: title }),
          description: email,
          searchTerm: email,
          iconUrl: bookIcon,
        },
      ]
    : [];

/** Contacts, companies and deals among what the mailbox's search suggests; a click opens their page, or their mail. */
export function makeSuggestions(
  sdk: Sdk,
  probes: Probes,
  host: PlacesHost,
  open: (path: string) => void,
): void {
  probes.attempt('search-suggestions', () => {
    sdk.Search.registerSearchSuggestionsProvider(async (query) => {
      const found = await host.suggest(query.trim());
      return found.flatMap((one, at) => [
        {
          name: one.title,
          description: one.detail ?? '',
          iconUrl: bookIcon,
          onClick: () => open(`/${one.noun}/${one.id}`),
        },
        ...(at === 0 ? mailWith(one) : []),
      ]);
    });
    return true;
  });
}
