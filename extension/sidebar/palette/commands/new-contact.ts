import { UserPlus } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Session } from '../../shell/session.ts';
import type { Command, CommandFile } from '../command.ts';

const label = (name: string, nobody: boolean): string =>
  nobody ? m.palette_create_nobody({ name }) : m.palette_create({ name });

/** The last row: whoever was typed and is not there can be made. The words stay until they are. */
export const createContact = (session: Session, name: string, nobody: boolean): Command => ({
  id: 'create-contact',
  section: 'do',
  icon: UserPlus,
  label: label(name, nobody),
  changes: true,
  keepsWords: true,
  run: () => session.open({ noun: 'new-contact', name }),
});

export const newContact: CommandFile = {
  commands: ({ session }) => [
    {
      id: 'new-contact',
      section: 'do',
      icon: UserPlus,
      label: m.sidebar_new_contact(),
      words: m.palette_words_contact(),
      changes: true,
      run: () => session.open({ noun: 'new-contact', name: '' }),
    },
  ],
};
