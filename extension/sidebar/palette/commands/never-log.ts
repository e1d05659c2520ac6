import { Ban } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { neverItems } from '../../exclusion/neverItems.ts';
import type { CommandFile } from '../command.ts';

/** Mail with this address or its domain is never logged from then on. */
export const neverLog: CommandFile = {
  commands: ({ session, state }) => {
    const email = state.people.find(({ key }) => key === state.selected)?.email;
    if (state.screen.kind !== 'thread' || !email) return [];
    return neverItems(session, email).map((item) => ({
      id: item.id,
      section: 'here',
      icon: Ban,
      label: String(item.label),
      words: m.palette_words_never(),
      changes: true,
      run: item.onPick,
    }));
  },
};
