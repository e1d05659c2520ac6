import type { ThreadRowView } from '@inboxsdk/core';
import type { Insight } from '../core.ts';
import { mostListed, senders } from '../dom/listed.ts';
import { isInShownView } from '../dom/main-view.ts';
import type { Probes } from '../health.ts';
import type { RowFacts, RowInsight } from '../surface.ts';
import type { Sdk } from './load.ts';

/** What InboxSDK sees in the rows of the list, asked only where our own reading of the page finds less. */
export function makeRowInsight(
  sdk: Sdk,
  probes: Probes,
  account: () => string | null,
): Pick<Insight, 'listed'> & { insight: RowInsight } {
  const views = new Set<ThreadRowView>();
  const byHead = new WeakMap<Element, ThreadRowView>();
  const { attempt } = probes;
  attempt('row-handler', () =>
    sdk.Lists.registerThreadRowViewHandler((view) => {
      views.add(view);
      const head = attempt('row-element', () => view.getElement());
      if (head) byHead.set(head, view);
      view.on('destroy', () => views.delete(view));
    }),
  );
  const contactsOf = (view: ThreadRowView) => {
    // Of an element that went away nothing can be asked.
    if (!attempt('row-element', () => isInShownView(view.getElement()))) return [];
    return (
      attempt('row-people', () => {
        const contacts = view.getContacts().filter(({ emailAddress }) => Boolean(emailAddress));
        return contacts.length > 0 ? contacts : null;
      }) ?? []
    );
  };
  return {
    listed(fromPage) {
      if (fromPage.length > 0) return fromPage;
      // A list that was left stays in the page unseen, and its rows with it.
      const shown = [...views].slice(-mostListed).flatMap(contactsOf);
      return senders(
        shown.map(({ emailAddress }) => emailAddress),
        account() ?? '',
      );
    },
    insight: {
      rows: () => [...views].flatMap((view) => attempt('row-element', () => view.getElement()) ?? []),
      facts(head): RowFacts {
        const view = byHead.get(head);
        if (!view || view.destroyed) return {};
        // Each getter looks for classes that Gmail renames; what throws is a fact less.
        const fact = <T>(name: string, read: () => T) => attempt(name, read) ?? undefined;
        const dateTitle = fact('row-date', () => view.getDateString());
        const subject = fact('row-subject', () => view.getSubject());
        const id = fact('row-id', () => view.getThreadIDIfStable());
        return {
          ...(id && { id }),
          ...(subject && { subject }),
          ...(dateTitle && { dateTitle }),
          people: contactsOf(view).map(({ emailAddress, name }) => ({
            email: emailAddress,
            name: name && name !== emailAddress ? name : null,
          })),
          count: fact('row-count', () => view.getVisibleMessageCount()) ?? 1,
          draft: (fact('row-drafts', () => view.getVisibleDraftCount()) ?? 0) > 0,
        };
      },
    },
  };
}
