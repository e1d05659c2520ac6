import { legacyId } from './ids.ts';
import { type MessageInPage, messagesIn } from './messages.ts';
import { all, first, selectors } from './selectors.ts';

export type ThreadInPage = { id: string; subject: string; element: Element; messages: MessageInPage[] };

/** The open thread, or null where the mailbox shows a list. The visible view alone carries `role=main`. */
export function threadIn(document: Document, account: string): ThreadInPage | null {
  for (const main of all(document, selectors.main)) {
    const heading = first(main, selectors.heading);
    // A row of the list carries ids too; a thread is where a subject heads messages.
    if (!heading && !main.querySelector('[role="list"] [data-message-id]')) continue;
    const messages = messagesIn(main, account);
    if (messages.length === 0) continue;
    const id = threadId(heading, document) || messages[0]?.id || '';
    return { id, subject: subjectOf(heading), element: main, messages };
  }
  return null;
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
