import type { ThreadRowView } from '@inboxsdk/core';
import type { Insight } from '../core.ts';
import { mostListed, senders } from '../dom/listed.ts';
import type { Probes } from '../health.ts';
import type { Sdk } from './load.ts';

/** Whom InboxSDK sees in the rows of the list, asked only where our own reading of the page finds nobody. */
export function makeRowInsight(
  sdk: Sdk,
  probes: Probes,
  account: () => string | null,
): Pick<Insight, 'listed'> {
  const views = new Set<ThreadRowView>();
  probes.attempt('row-handler', () =>
    sdk.Lists.registerThreadRowViewHandler((view) => {
      views.add(view);
      view.on('destroy', () => views.delete(view));
    }),
  );
  const addressesOf = (view: ThreadRowView): string[] =>
    probes.attempt('row-people', () =>
      view.getElement().closest('[role="main"]')
        ? view.getContacts().map(({ emailAddress }) => emailAddress)
        : [],
    ) ?? [];
  return {
    listed(fromPage) {
      if (fromPage.length > 0) return fromPage;
      // A list that was left stays in the page unseen, and its rows with it.
      return senders([...views].slice(-mostListed).flatMap(addressesOf), account() ?? '');
    },
  };
}
