import { Ellipsis } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Menu } from '../../ui/Menu.tsx';
import css from './App.module.css';
import { localeItems } from './localeItems.tsx';
import { placeItems } from './placeItems.ts';
import { useSession } from './session.ts';

/** What is the same on every screen: the workspace, log on send, language, the side panel. */
export function SettingsMenu() {
  const session = useSession();
  const state = session.state.value;
  if (!state) return null;
  return (
    <Menu
      label={m.sidebar_menu()}
      class={css.menu}
      title={m.sidebar_menu()}
      trigger={<Ellipsis size={16} aria-hidden="true" />}
      items={() => [
        ...placeItems(session, state),
        {
          id: 'log-on-send',
          label: m.sidebar_log_on_send(),
          checked: state.logOnSend,
          role: 'switch',
          disabled: !session.canChange.value,
          onPick: (event) =>
            void session.change(event, () => session.client.call('setLogOnSend', { on: !state.logOnSend })),
        },
        !!state.rowChips && {
          id: 'row-chips',
          label: m.rows_settings(),
          checked: state.rowChips.on,
          role: 'switch',
          onPick: (event) =>
            void session.change(event, () => session.client.call('setRowChips', { on: !state.rowChips?.on })),
        },
        ...localeItems(session, state),
        {
          id: 'app',
          label: m.sidebar_open_app(),
          onPick: () => void window.open('app.html', '_blank', 'noreferrer'),
        },
        { id: 'keys', label: m.sidebar_keys(), detail: '?', onPick: () => session.open({ noun: 'keys' }) },
        session.openPanel && {
          id: 'panel',
          label: m.sidebar_open_panel(),
          onPick: session.openPanel,
        },
      ]}
    />
  );
}
