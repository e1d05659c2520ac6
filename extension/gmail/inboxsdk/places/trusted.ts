/**
 * InboxSDK calls back for any click, also for one that a script of the page made up. Remembers the click or key that is
 * on its way right now, if a person made it on the element in question.
 */
export function watchTrusted(document: Document, signal: AbortSignal) {
  let path: EventTarget[] = [];
  const note = (event: Event): void => {
    path = event.isTrusted ? event.composedPath() : [];
  };
  // The window hears first, and last: between the two a call back belongs to this very event.
  const { defaultView } = document;
  for (const type of ['mousedown', 'mouseup', 'click', 'keydown'] as const) {
    defaultView?.addEventListener(type, note, { capture: true, signal });
    defaultView?.addEventListener(
      type,
      () => {
        path = [];
      },
      { signal },
    );
  }
  /** Whether a person is clicking, or pressing a key, within something that matches. */
  return (selector: string): boolean =>
    path.some(
      (each) => each instanceof Element && each.querySelector(selector) !== null && each !== document.body,
    );
}
