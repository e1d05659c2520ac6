import { Ellipsis } from 'lucide-preact';
import { Link, useLocation } from 'wouter-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { SearchBox } from '../../sidebar/search/SearchBox.tsx';
import { localeItems } from '../../sidebar/shell/localeItems.tsx';
import { placeItems } from '../../sidebar/shell/placeItems.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { classes } from '../../ui/classes.ts';
import { late } from '../../ui/late.tsx';
import { Menu } from '../../ui/Menu.tsx';
import css from './App.module.css';
import { pages } from './pages.ts';

const FullPage = late(() => import('./FullPage.tsx').then((part) => part.FullPage));

/** Where one is and can go. On a phone the pages stand at the lower edge, in reach of a thumb. */
export function Bar({
  settings,
  path,
  fullPage,
}: {
  settings: string | null;
  path: string;
  /** Within somebody's page: where this page stands by itself. */
  fullPage: string | null;
}) {
  const session = useSession();
  const state = session.state.value;
  const [, go] = useLocation();
  if (!state) return null;
  return (
    <header class={css.bar}>
      <nav class={css.nav} aria-label={m.app_pages()}>
        {pages.map(
          ({ path: to, nav }) =>
            nav &&
            !(fullPage && (nav.seldom || nav.alone)) && (
              <Link
                key={to}
                href={to}
                class={classes(css.link, isAt(path, to) && css.here, nav.seldom && css.seldom)}
                aria-current={isAt(path, to) ? 'page' : undefined}
              >
                <nav.icon size={16} aria-hidden="true" />
                <span>{nav.label()}</span>
              </Link>
            ),
        )}
      </nav>
      <div class={css.search}>
        <SearchBox />
      </div>
      {fullPage && <FullPage href={fullPage} />}
      <Menu
        label={m.sidebar_menu()}
        title={m.sidebar_menu()}
        class={css.menu}
        trigger={<Ellipsis size={16} aria-hidden="true" />}
        items={[
          ...placeItems(session, state),
          ...localeItems(session, state),
          ...pages.flatMap(({ path: to, nav }) =>
            nav?.seldom && !fullPage ? [{ id: to, label: nav.label(), onPick: () => go(to) }] : [],
          ),
          !fullPage && { id: 'fields', label: m.app_fields(), onPick: () => go('/fields') },
          { id: 'keys', label: m.sidebar_keys(), detail: '?', onPick: () => session.open({ noun: 'keys' }) },
          settings !== null && {
            id: 'settings',
            label: m.app_settings(),
            onPick: () => {
              location.href = settings;
            },
          },
        ]}
      />
    </header>
  );
}

/** A record belongs to the list that it stands in. */
const listOf: Record<string, string> = { contact: '/contacts', company: '/companies', deal: '/board' };
const isAt = (path: string, to: string): boolean =>
  path === to || path.startsWith(`${to}/`) || listOf[path.split('/')[1] ?? ''] === to;
