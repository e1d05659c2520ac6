import { Mail, MailPlus } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { CommandFile } from '../command.ts';

/** The mail on the screen, and the rest of its conversation. */
export const logMail: CommandFile = {
  commands: ({ state, log }) => {
    if (state.screen.kind !== 'thread') return [];
    const { thread } = state.screen;
    const { messages, selectedId, target } = thread;
    const isOpen = (state: string) => state === 'none' || state === 'probably';
    const selected = messages.find(({ id }) => id === selectedId) ?? messages.at(-1);
    const missing = messages.filter((message) => isOpen(message.log.state)).length;
    const off =
      target.blocked === 'internal'
        ? m.sidebar_blocked_internal()
        : target.blocked === 'unknown'
          ? m.sidebar_blocked_unknown()
          : target.refusal || target.blocked
            ? m.palette_off_never()
            : null;
    const one = selected && isOpen(selected.log.state);
    return [
      {
        id: 'log',
        section: 'here',
        icon: Mail,
        label: m.sidebar_log_email(),
        detail: thread.subject,
        words: m.palette_words_log(),
        keys: 'Alt+Shift+L',
        changes: true,
        off: off ?? (one ? null : m.sidebar_already_logged()),
        run: (event) => void log.log(event, { messages: 'selected', private: thread.private }),
      },
      ...(missing > 1
        ? ([
            {
              id: 'log-missing',
              section: 'here',
              icon: MailPlus,
              label: m.palette_log_missing({ count: missing }),
              words: m.palette_words_log(),
              changes: true,
              off,
              run: (event: Event) => void log.log(event, { messages: 'missing', private: thread.private }),
            },
          ] as const)
        : []),
    ];
  },
};
