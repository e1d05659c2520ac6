import { selectors } from './selectors.ts';

/** What stands in a view that is shown; where nothing is marked as one, whatever can be seen. */
export function isInShownView(element: Element): boolean {
  const { ownerDocument: document } = element;
  if (document.querySelector(selectors.main)) return element.closest(selectors.main) !== null;
  return isVisible(element);
}

/** linkedom, in unit tests, lays nothing out. */
export const isVisible = (element: Element & { checkVisibility?: () => boolean }): boolean =>
  element.checkVisibility?.() ?? true;

/**
 * The views of the page that may be shown. Gmail marks the one that is by `role=main`; without that mark a view is
 * what its toolbar stands in, and without a toolbar the whole page, of which only what can be seen counts.
 */
export function shownViews(document: Document): { views: Element[]; rank: number } {
  const marked = [...document.querySelectorAll(selectors.main)];
  if (marked.length > 0) return { views: marked, rank: 0 };
  const held = [...document.querySelectorAll(selectors.toolbar)]
    .flatMap((toolbar) => toolbar.parentElement ?? [])
    .filter(isVisible);
  if (held.length > 0) return { views: held, rank: 1 };
  return { views: document.body ? [document.body] : [], rank: 2 };
}
