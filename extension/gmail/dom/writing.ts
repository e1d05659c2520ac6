/** Calls back when somebody begins to write a mail: its body is the one editable text that Gmail marks so. */
export function watchWriting(document: Document, begun: () => void, signal: AbortSignal): void {
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target.closest('[g_editable="true"]')) begun();
    },
    { signal },
  );
}
