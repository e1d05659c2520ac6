import type { PlaceAsk } from '../../messages/places.ts';

/** As the manifest suggests them (decision 043). By code: with Alt, a Mac's keys write other letters. */
const asks: Record<string, PlaceAsk | 'toggle'> = {
  KeyS: 'toggle',
  KeyL: 'log',
  KeyM: 'note',
  KeyK: 'search',
};

/**
 * Our chords, where the browser has them bound to nothing: what it has bound never comes to a page. Never a bare key:
 * those are the mailbox's own.
 */
export function watchChords(
  document: Document,
  ask: (ask: PlaceAsk | 'toggle') => void,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const { altKey, shiftKey, ctrlKey, metaKey, code } = event;
      if (!event.isTrusted || event.repeat || event.isComposing) return;
      if (!altKey || !shiftKey || ctrlKey || metaKey) return;
      const asked = asks[code];
      if (!asked) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(asked);
    },
    { capture: true, signal },
  );
}
