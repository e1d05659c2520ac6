const editor = '[g_editable="true"]';
/** A window needs a moment to go. */
const settleMs = 300;

/** Tells when somebody begins to write a mail, and when none is being written any more. */
export function watchWriting(document: Document, told: (writes: boolean) => void, signal: AbortSignal): void {
  let writes = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = document.querySelector(editor) !== null;
      if (now === writes || signal.aborted) return;
      writes = now;
      told(now);
    }, settleMs);
  };
  document.addEventListener(
    'focusin',
    ({ target }) => target instanceof Element && target.closest(editor) && look(),
    {
      signal,
    },
  );
  signal.addEventListener('abort', () => writes && told(false), { once: true });
  // Sent, thrown away or left: each by a click or a key.
  for (const type of ['click', 'keyup', 'focusout'] as const)
    document.addEventListener(type, () => writes && look(), { capture: true, passive: true, signal });
  // Another level may have begun while somebody writes.
  look();
}
