/** Mutations come in storms while Gmail draws; one reading after each pause of this length, at least four a second. */
const PAUSE_MS = 15;
const LONGEST_WAIT_MS = 250;

/** Calls back after changes of the page that may change what it shows, until `signal` aborts. */
export function watchPage(document: Document, changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstAt = 0;
  const run = () => {
    timer = null;
    changed();
  };
  const schedule = () => {
    const now = performance.now();
    if (timer === null) firstAt = now;
    else if (now - firstAt > LONGEST_WAIT_MS) return;
    else clearTimeout(timer);
    timer = setTimeout(run, PAUSE_MS);
  };
  const observer = new MutationObserver(schedule);
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    // A route shows by `role` and `style`, a message by `class`, a synced reply by its id.
    attributeFilter: ['role', 'style', 'class', 'email', 'data-legacy-message-id', 'data-legacy-thread-id'],
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
    { once: true },
  );
}
