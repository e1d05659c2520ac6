import { Phone } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { singleKeys } from '../../../ui/singleKeys.ts';
import { LogCall } from '../../call/LogCall.tsx';
import type { CommandFile } from '../command.ts';
import { linkedTo, nameOf } from './about.ts';

/** How a call with whoever is on the screen went, and what comes next. */
export const call: CommandFile = {
  commands: ({ about, host }) =>
    about
      ? [
          {
            id: 'call',
            section: 'here',
            icon: Phone,
            label: m.sidebar_log_call(),
            detail: nameOf(about),
            words: m.palette_words_call(),
            ...(singleKeys.on && host === 'panel' && { keys: 'C' }),
            changes: true,
            leads: () => ({
              title: m.sidebar_log_call(),
              view: (close) => (
                <LogCall
                  name={nameOf(about)}
                  about={linkedTo(about)}
                  startedAt={null}
                  secret={about.noun === 'contact' && Boolean(about.view.contact.privateTo)}
                  onDone={close}
                />
              ),
            }),
          },
        ]
      : [],
};
