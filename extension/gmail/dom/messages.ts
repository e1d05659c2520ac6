import type { MailPerson } from '../surface.ts';
import { legacyId, permanentId } from './ids.ts';
import { peopleIn, withoutRepeats } from './people.ts';
import { all, first, selectors } from './selectors.ts';

/** One message of the open thread as it stands in the page. */
export type MessageInPage = {
  /** Hex id in this mailbox; see `placeId` while the page does not tell it. */
  id: string;
  /** `msg-f:...` or `msg-a:...`, as requests for the original want it. */
  permanentId: string | null;
  element: Element;
  /** Null while the message is collapsed: its text is not in the page. */
  body: Element | null;
  clipped: boolean;
  from: MailPerson | null;
  to: MailPerson[];
  /** Of minute precision, in the interface's language and the browser's zone. */
  dateTitle: string | null;
};

/** Names a message by its place while the page tells no id for it; good for showing, never for a fingerprint. */
export const placeId = (position: number): string => `place:${position}`;
export const isPlaceId = (id: string): boolean => id.startsWith('place:');

/** Messages of the open thread in page order. Drafts are left out: nobody has sent them. */
export function messagesIn(thread: Element, account: string, isHeaded = true): MessageInPage[] {
  return messageElements(thread, isHeaded).flatMap((element, position) => {
    const marked = element.matches('[data-message-id],[data-legacy-message-id]')
      ? element
      : first(element, selectors.message);
    const scope = marked ?? element;
    const body = bodyOf(scope) ?? bodyOf(element);
    const from = peopleIn(scope, selectors.sender, body, account)[0] ?? null;
    const permanent = permanentId(marked?.getAttribute('data-message-id') ?? null);
    const legacy = marked?.getAttribute('data-legacy-message-id') || legacyId(permanent);
    if (!from && !legacy) return [];
    return {
      id: legacy ?? placeId(position),
      permanentId: permanent,
      element,
      body,
      clipped: first(scope, selectors.clipped) !== null,
      from,
      to: withoutRepeats(peopleIn(scope, selectors.recipients, body, account), from?.email ?? null),
      dateTitle: outside(all(scope, selectors.date), body)?.getAttribute('title') ?? null,
    };
  });
}

/**
 * Children of the list that holds messages; without such a list, whatever carries a message id; without ids, the
 * children of a list under a subject in each of which somebody is named.
 */
function messageElements(thread: Element, isHeaded: boolean): Element[] {
  const marked = all(thread, selectors.message).filter((element) => !element.closest('tr[id] td'));
  for (const list of all(thread, selectors.messageList)) {
    if (marked.length > 0 ? !marked.some((element) => list.contains(element)) : !isHeaded) continue;
    const children = [...list.children].filter((child) => child.querySelector(naming));
    if (children.length > 0) return children;
  }
  // A message element may wrap another marked one; only the outer counts.
  return marked.filter((element) => !marked.some((other) => other !== element && other.contains(element)));
}

const naming = '[email],[data-hovercard-id*="@"],[data-message-id]';

const bodyOf = (scope: Element): Element | null => {
  for (const candidate of selectors.body) {
    for (const found of scope.querySelectorAll(candidate)) {
      if (!found.closest(selectors.writing)) return found;
    }
  }
  return null;
};

const outside = (elements: Element[], body: Element | null): Element | undefined =>
  elements.find((element) => !body?.contains(element));
