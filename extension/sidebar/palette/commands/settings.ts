import { Contrast, Inbox, Keyboard, Languages, PanelRight, RefreshCw, Send, Undo2 } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Theme } from '../../../messages/state.ts';
import { localeItems } from '../../shell/localeItems.tsx';
import { placeItems } from '../../shell/placeItems.ts';
import type { Command, CommandFile } from '../command.ts';

/** The last change that can still be taken back. */
export const undo: CommandFile = {
  commands: ({ session }) => {
    const toast = session.toasts.shown.value;
    const action = toast?.action;
    if (!action) return [];
    return [
      {
        id: 'undo',
        section: 'do',
        icon: Undo2,
        label: m.palette_undo({ what: toast.text }),
        words: m.palette_words_undo(),
        keys: 'Ctrl Z',
        changes: true,
        run: (event) => {
          session.toasts.close();
          action.run(event);
        },
      },
    ];
  },
};

/** The workspace that is shown, and where a mailbox's mail goes. */
export const workspace: CommandFile = {
  commands: ({ session, state }) =>
    placeItems(session, state).map((item) => ({
      id: item.id,
      section: 'set',
      icon: Inbox,
      label: item.id.startsWith('place ')
        ? m.palette_workspace({ name: item.text ?? '' })
        : String(item.label),
      detail: typeof item.detail === 'string' ? item.detail : null,
      words: m.palette_words_workspace(),
      on: item.checked === true,
      changes: true,
      run: item.onPick,
    })),
};

export const logOnSend: CommandFile = {
  commands: ({ session, state }) => [
    {
      id: 'log-on-send',
      section: 'set',
      icon: Send,
      label: m.sidebar_log_on_send(),
      on: state.logOnSend,
      changes: true,
      run: (event) =>
        void session.change(event, () => session.client.call('setLogOnSend', { on: !state.logOnSend })),
    },
  ],
};

export const language: CommandFile = {
  commands: ({ session, state }) =>
    localeItems(session, state).map((item) => ({
      id: `language ${item.id}`,
      section: 'set',
      icon: Languages,
      label: item.text ?? item.id,
      words: m.palette_words_language(),
      on: item.checked === true,
      run: item.onPick,
    })),
};

export const theme: CommandFile = {
  commands: ({ session, state }) => {
    const names: [Theme | null, string][] = [
      ['light', m.palette_theme_light()],
      ['dark', m.palette_theme_dark()],
      [null, m.palette_theme_auto()],
    ];
    return names.map(([value, label]) => ({
      id: `theme ${value ?? 'auto'}`,
      section: 'set',
      icon: Contrast,
      label,
      words: m.palette_words_theme(),
      on: (state.themeChosen ?? null) === value,
      run: () => session.ask('setTheme', { theme: value }),
    }));
  },
};

/** What concerns the panel itself. */
export const panel: CommandFile = {
  commands: ({ session, state }): Command[] => [
    {
      id: 'keys',
      section: 'set',
      icon: Keyboard,
      label: m.sidebar_keys(),
      words: m.palette_words_help(),
      keys: '?',
      run: () => session.open({ noun: 'keys' }),
    },
    ...(state.link.waiting > 0 || state.link.status === 'offline'
      ? [
          {
            id: 'sync',
            section: 'set' as const,
            icon: RefreshCw,
            label: m.sidebar_try_now(),
            words: m.palette_words_sync(),
            run: () => session.ask('syncNow', {}),
          },
        ]
      : []),
    ...(session.openPanel
      ? [
          {
            id: 'side-panel',
            section: 'set' as const,
            icon: PanelRight,
            label: m.sidebar_open_panel(),
            run: session.openPanel,
          },
        ]
      : []),
  ],
};
