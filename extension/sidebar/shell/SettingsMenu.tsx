import { Ellipsis } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Locale } from '../../messages/state.ts';
import { Menu } from '../../ui/Menu.tsx';
import css from './App.module.css';
import { placeItems } from './placeItems.ts';
import { useSession } from './session.ts';

const languages: [Locale, string][] = [
  ['en', 'English'],
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
];

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
      items={[
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
        ...languages.map(([locale, name]) => ({
          id: locale,
          label: <span lang={locale}>{name}</span>,
          text: name,
          checked: state.locale === locale,
          onPick: () => session.ask('setLocale', { locale }),
        })),
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
