/**
 * True while an input method has the key: its Enter chooses a word and must never save.
 * 229 is what Safari and older Chromium send for the Enter that ends a composition.
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;
