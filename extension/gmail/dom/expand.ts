import { isPlaceId, type MessageInPage } from './messages.ts';
import { all, first, selectors } from './selectors.ts';
import { threadIn } from './thread.ts';

const PATIENCE_MS = 8_000;

/** Opens a collapsed message as a click on it would, and finds it again with its text; null if that did not come in time. */
export async function expand(
  document: Document,
  wanted: MessageInPage,
  account: string,
): Promise<MessageInPage | null> {
  // While collapsed it may have told no id; its element may be another one afterwards.
  const find = () =>
    threadIn(document, account)?.messages.find(
      ({ id, element }) => element === wanted.element || id === wanted.id,
    ) ?? null;
  const opened = until(document, () => Boolean(find()?.body), PATIENCE_MS);
  if (!find()?.body) click(first(wanted.element, selectors.message) ?? wanted.element);
  return (await opened) ? find() : null;
}

/** Opens the stack of older messages where the page does not even tell their ids. */
export async function expandStack(document: Document, account: string): Promise<void> {
  const thread = threadIn(document, account);
  const stack = thread && all(thread.element, selectors.stack)[0];
  if (!stack || !thread.messages.some(({ id }) => isPlaceId(id))) return;
  const told = until(
    document,
    () => threadIn(document, account)?.messages.every(({ id }) => !isPlaceId(id)) ?? false,
    2_000,
  );
  click(stack);
  await told;
}

// Gmail listens for the press, not only for the click.
function click(element: Element): void {
  for (const type of ['mousedown', 'mouseup', 'click']) {
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: 0 }));
  }
}

/** Resolves when the page comes to be as asked, or with false when patience ends. */
function until(document: Document, is: () => boolean, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(answer);
    };
    const observer = new MutationObserver(() => is() && end(true));
    const timer = setTimeout(() => end(is()), patience);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'style'],
    });
    if (is()) end(true);
  });
}
