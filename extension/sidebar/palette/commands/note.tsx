import { StickyNote } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { singleKeys } from '../../../ui/singleKeys.ts';
import { NoteBox } from '../../note/NoteBox.tsx';
import { focusOn } from '../../shell/useCommonKeys.ts';
import type { At, CommandFile } from '../command.ts';
import { idOf, linkedTo, nameOf } from './about.ts';

async function save({ session, about, state, said }: At, event: Event): Promise<void> {
  const page = state.screen.kind === 'page' ? { url: state.screen.url, title: state.screen.title } : null;
  const outcome = await session.change(event, () =>
    session.client.call('note', {
      text: said.trim(),
      about: about ? linkedTo(about) : { contactIds: [], companyId: null, dealId: null },
      page,
      private: state.mailbox?.private ?? false,
    }),
  );
  if (!outcome.ok) return;
  session.toasts.show({
    tone: 'plain',
    text: m.sidebar_note_saved(),
    action: {
      label: m.words_undo(),
      run: (click) => void session.act(click, 'interaction.undo', { id: outcome.value.interactionId }),
    },
  });
}

/** A note about whoever is on the screen: `note` and its words, or the box for it. */
export const note: CommandFile = {
  takes: m.palette_takes_note,
  commands: (at) => {
    const { about, host, said, state } = at;
    const page = state.screen.kind === 'page';
    if (!about && !page) return [];
    const who = about ? nameOf(about) : m.sidebar_this_page();
    const shared = { section: 'here', icon: StickyNote, changes: true } as const;
    const words = m.palette_words_note();
    const label = m.sidebar_note_about({ who });
    return [
      host === 'panel'
        ? {
            ...{ ...shared, id: 'note', label, words },
            ...(singleKeys.on && about && { keys: 'N' }),
            run: () => focusOn('note'),
          }
        : {
            ...{ ...shared, id: 'note', label, words },
            leads: () => ({
              title: label,
              view: () =>
                about && (
                  <NoteBox
                    place={`note ${about.noun} ${idOf(about)}`}
                    about={linkedTo(about)}
                    page={null}
                    label={label}
                  />
                ),
            }),
          },
      {
        ...{ ...shared, id: 'note-words', takesWords: true },
        label: m.palette_note_words({ text: said }),
        detail: label,
        run: (event) => void save(at, event),
      },
    ];
  },
};
