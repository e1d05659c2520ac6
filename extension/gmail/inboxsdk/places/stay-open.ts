type Panel = { on(name: 'deactivate', listener: () => void): unknown; open(): void };

/** Gmail's side column: its panel, and the signs beside it. */
const column = '.brC-brG, .brC-aT5-aOt-Jw';
/** A click there and what follows from it. */
const CLICK_MS = 1_000;
/** Two extensions that both want to stay must not fight: ours gives way. */
const QUIET_MS = 1_500;

/**
 * Another extension's panel for a conversation takes the column as soon as one is opened, also from somebody who had
 * chosen ours. Ours comes back then, unless it was closed by a click in the column or by our own chord.
 */
export function stayOpen(
  panel: Panel,
  document: Document,
  now: () => number,
  signal: AbortSignal,
): { closes(): void } {
  let chosenAt = Number.NEGATIVE_INFINITY;
  let cameBackAt = Number.NEGATIVE_INFINITY;
  const chosen = (event: Event): void => {
    if (event.isTrusted && event.target instanceof Element && event.target.closest(column)) chosenAt = now();
  };
  for (const type of ['pointerdown', 'keydown'])
    document.addEventListener(type, chosen, { capture: true, passive: true, signal });
  panel.on('deactivate', () => {
    if (signal.aborted || now() - chosenAt < CLICK_MS || now() - cameBackAt < QUIET_MS) return;
    cameBackAt = now();
    setTimeout(() => panel.open());
  });
  return {
    closes: () => {
      chosenAt = now();
    },
  };
}
