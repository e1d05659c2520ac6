import type { Locale, SidebarState } from '../../messages/state.ts';
import type { MenuItem } from '../../ui/MenuRow.tsx';
import type { Session } from './session.ts';

const languages: [Locale, string][] = [
  ['en', 'English'],
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
];

/** The languages, each by its own name. */
export const localeItems = (session: Session, state: SidebarState): MenuItem[] =>
  languages.map(([locale, name]) => ({
    id: locale,
    label: <span lang={locale}>{name}</span>,
    text: name,
    checked: state.locale === locale,
    onPick: () => session.ask('setLocale', { locale }),
  }));
