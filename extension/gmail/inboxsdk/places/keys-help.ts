import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Probes } from '../../health.ts';
import type { Sdk } from '../load.ts';

/** Lists our chords in the mailbox's own help, and binds none: they are the browser's, or `watchChords`'s. */
export function listChords(sdk: Sdk, probes: Probes): void {
  const chords: [string, string][] = [
    ['alt+shift+s', m.places_key_toggle()],
    ['alt+shift+l', m.places_key_log()],
    ['alt+shift+m', m.places_key_note()],
    ['alt+shift+k', m.places_key_palette()],
  ];
  for (const [orderHint, [chord, description]] of chords.entries())
    probes.attempt('keys-help', () => sdk.Keyboard.createShortcutHandle({ chord, description, orderHint }));
}
