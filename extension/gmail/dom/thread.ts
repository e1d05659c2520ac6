import { legacyId } from './ids.ts';
import { isVisible, shownViews } from './main-view.ts';
import { type MessageInPage, messagesIn } from './messages.ts';
import { all, first, selectors } from './selectors.ts';

export type ThreadInPage = { id: string; subject: string; element: Element; messages: MessageInPage[] };

/** The open thread, or null where the mailbox shows a list. The visible view alone carries `role=main`. */
export function threadIn(document: Document, account: string): ThreadInPage | null {
  const { views, rank } = shownViews(document);
  for (const view of views) {
    const heading = headingIn(view, rank === 0);
    // A row of the list carries ids too; a thread is where a subject heads messages.
    if (!heading && !view.querySelector('[role="list"] [data-message-id]')) continue;
    // Where no view is marked, others may stand in the page unseen.
    const element = rank === 0 || !heading ? view : headed(heading, view);
    const messages = messagesIn(element, account, heading !== null);
    if (messages.length === 0) continue;
    const id = threadId(heading, document) || messages[0]?.id || '';
    return { id, subject: subjectOf(heading), element, messages };
  }
  return null;
}

const headingIn = (view: Element, isMarked: boolean): Element | null =>
  isMarked ? first(view, selectors.heading) : (all(view, selectors.heading).find(isVisible) ?? null);

/** The smallest part of the view that holds the heading and messages. */
function headed(heading: Element, view: Element): Element {
  for (let part = heading.parentElement; part && part !== view; part = part.parentElement)
    if (part.querySelector(selectors.message.join())) return part;
  return view;
}

function threadId(heading: Element | null, document: Document): string {
  return (
    heading?.getAttribute('data-legacy-thread-id') ||
    legacyId(heading?.getAttribute('data-thread-perm-id') ?? null) ||
    // The address names the thread too, in a third form; it is as stable within this mailbox.
    (document.location?.hash.split(/[/?]/).at(-1) ?? '').replace(/[^\w-]/g, '')
  );
}

const subjectOf = (heading: Element | null): string =>
  heading?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
