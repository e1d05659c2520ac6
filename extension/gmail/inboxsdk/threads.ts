import type { MessageView, ThreadView } from '@inboxsdk/core';
import { isOwnAddress } from '../account.ts';
import type { Insight } from '../core.ts';
import { isInShownView } from '../dom/main-view.ts';
import { isPlaceId, type MessageInPage, placeId } from '../dom/messages.ts';
import type { ThreadInPage } from '../dom/thread.ts';
import type { Probes } from '../health.ts';
import type { MailPerson } from '../surface.ts';
import type { Sdk } from './load.ts';

/**
 * What InboxSDK knows of the open thread, laid over our own reading of the page: each fact comes from whichever of
 * the two still finds it, so a renamed class costs a fact only where both lose it.
 */
export function makeThreadInsight(
  sdk: Sdk,
  probes: Probes,
  changed: () => void,
): Omit<Insight, 'listed'> & { open(): ThreadView | null } {
  const views = new Set<ThreadView>();
  const threadIds = new WeakMap<ThreadView, string>();
  const messageIds = new WeakMap<MessageView, string>();
  const account = probes.attempt('account', () => sdk.User.getEmailAddress());

  probes.attempt('thread-handler', () =>
    sdk.Conversations.registerThreadViewHandler((view) => {
      views.add(view);
      view.on('destroy', () => {
        views.delete(view);
        changed();
      });
      const { attempt, note } = probes;
      attempt('thread-id', () => view.getThreadIDAsync())?.then(
        (id) => {
          threadIds.set(view, id);
          note('thread-id-answer', true);
          changed();
        },
        () => note('thread-id-answer', false),
      );
      changed();
    }),
  );
  probes.attempt('message-handler', () =>
    sdk.Conversations.registerMessageViewHandler((view) => {
      view.on('viewStateChange', changed);
      probes
        .attempt('message-id', () => view.getMessageIDAsync())
        ?.then(
          (id) => {
            messageIds.set(view, id);
            changed();
          },
          () => probes.note('message-id-answer', false),
        );
      changed();
    }),
  );

  const messageOf = (
    view: MessageView,
    fromPage: readonly MessageInPage[],
    position: number,
  ): MessageInPage[] => {
    const element = probes.attempt('message-element', () => view.getElement());
    if (!element) return [];
    const page = fromPage.find(
      (message) => element.contains(message.element) || message.element.contains(element),
    );
    const loaded = probes.attempt('message-loaded', () => view.isLoaded()) ?? false;
    const from = page?.from ?? probes.attempt('sender', () => personOf(view.getSender(), account ?? ''));
    const id =
      page && !isPlaceId(page.id) ? page.id : (messageIds.get(view) ?? page?.id ?? placeId(position));
    return [
      {
        id,
        permanentId: page?.permanentId ?? null,
        element: page?.element ?? element,
        body: page?.body ?? (loaded ? probes.attempt('body', () => view.getBodyElement()) : null),
        clipped: page?.clipped ?? false,
        from,
        to:
          page && page.to.length > 0
            ? page.to
            : loaded
              ? (probes.attempt('recipients', () => recipientsOf(view)) ?? [])
              : [],
        dateTitle: page?.dateTitle ?? (loaded ? probes.attempt('date', () => view.getDateString()) : null),
      },
    ];
  };

  const open = (): ThreadView | null => [...views].findLast(isShown) ?? null;

  return {
    open,
    account: () => account,
    thread(fromPage) {
      const view = open();
      if (!view) return fromPage;
      const messageViews = probes.attempt('messages', () => view.getMessageViewsAll()) ?? [];
      const messages = messageViews
        .flatMap((message, position) => messageOf(message, fromPage?.messages ?? [], position))
        .filter(({ from }) => from !== null);
      if (messages.length === 0) return fromPage;
      return {
        id: threadIds.get(view) || fromPage?.id || messages[0]?.id || '',
        subject: fromPage?.subject || probes.attempt('subject', () => view.getSubject()) || '',
        element: fromPage?.element ?? document.body,
        messages,
      } satisfies ThreadInPage;
    },
  };
}

/** A view that Gmail hid is destroyed only when its element goes; what is shown stands in the visible main part. */
const isShown = (view: ThreadView): boolean => {
  if (view.destroyed) return false;
  try {
    return view.getMessageViewsAll().some((message) => isInShownView(message.getElement()));
  } catch {
    // A getter that throws says nothing against the thread: InboxSDK announced it and has not taken it back.
    return true;
  }
};

const personOf = (
  contact: { emailAddress: string; name?: string | undefined },
  account: string,
): MailPerson => ({
  email: contact.emailAddress,
  name: isOwnAddress(contact.emailAddress, account) ? null : contact.name?.trim() || null,
});

const recipientsOf = (view: MessageView): MailPerson[] | null => {
  const addresses = view.getRecipientEmailAddresses();
  return addresses.length > 0 ? addresses.map((email) => ({ email, name: null })) : null;
};
