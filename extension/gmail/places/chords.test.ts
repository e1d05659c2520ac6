import { expect, test } from 'vitest';
import type { PlaceAsk } from '../../messages/places.ts';
import { watchChords } from './chords.ts';

function listening() {
  let hear: (event: unknown) => void = () => {};
  const document = { addEventListener: (_: string, listener: typeof hear) => (hear = listener) };
  const asked: (PlaceAsk | 'toggle')[] = [];
  watchChords(document as unknown as Document, (ask) => asked.push(ask), new AbortController().signal);
  /** Whether the key was kept from the page. */
  const press = (code: string, more: object = {}): boolean => {
    let kept = false;
    const plain = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, repeat: false };
    hear({
      ...{ ...plain, code, isTrusted: true, isComposing: false, preventDefault: () => {} },
      stopImmediatePropagation: () => {
        kept = true;
      },
      ...more,
    });
    return kept;
  };
  return { asked, press };
}
const chord = { altKey: true, shiftKey: true };

test('each chord asks for its own, by the place of the key', () => {
  const { asked, press } = listening();
  for (const code of ['KeyS', 'KeyL', 'KeyM', 'KeyK']) expect(press(code, chord)).toBe(true);
  expect(asked).toEqual(['toggle', 'log', 'note', 'search']);
});

test('no bare key, no other chord, no made-up, held or composing one is taken from the page', () => {
  const { asked, press } = listening();
  for (const code of ['KeyS', 'KeyL', 'KeyM', 'KeyK', 'Slash', 'KeyC']) {
    expect(press(code)).toBe(false);
    expect(press(code, { shiftKey: true })).toBe(false);
    expect(press(code, { ctrlKey: true })).toBe(false);
  }
  expect(press('KeyJ', chord)).toBe(false);
  for (const more of [
    { ctrlKey: true },
    { metaKey: true },
    { isTrusted: false },
    { repeat: true },
    { isComposing: true },
  ])
    expect(press('KeyL', { ...chord, ...more })).toBe(false);
  expect(asked).toEqual([]);
});
