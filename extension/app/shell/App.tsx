import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type BaseLocationHook, Redirect, Route, Router, Switch, useLocation } from 'wouter-preact';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Guard } from '../../sidebar/guard/guard.ts';
import { PaletteHost } from '../../sidebar/palette/PaletteHost.tsx';
import { subjectAt } from '../../sidebar/palette/subject.ts';
import { LinkStrips } from '../../sidebar/shell/LinkStrips.tsx';
import { Notices } from '../../sidebar/shell/Notices.tsx';
import { type Session, SessionContext } from '../../sidebar/shell/session.ts';
import { useCommonKeys } from '../../sidebar/shell/useCommonKeys.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Toaster } from '../../ui/Toaster.tsx';
import type { PageSession } from '../page.ts';
import css from './App.module.css';
import { Bar } from './Bar.tsx';
import { Lazy } from './Lazy.tsx';
import { OnTop } from './OnTop.tsx';
import { pages } from './pages.ts';
import { Unconnected } from './Unconnected.tsx';
import { useGo } from './useGo.ts';

export type AppOptions = {
  /** Address of the settings, where they are a page of their own. */
  settings: string | null;
  /** What the place has to say, e.g. that a new version is there. */
  notice?: () => ComponentChildren;
  /** How this browser is connected, instead of the extension's own way. */
  connect?: () => ComponentChildren;
  /** Where the path stands; usually in the address, after the `#`. */
  location?: BaseLocationHook;
  /** How another page is gone to, where the address is not this document's own. */
  go?: (path: string) => void;
  /** Within somebody's page: what changes much at once, or leaves the workspace, is done in a page of its own. */
  framed?: { fullPage: (path: string) => string };
  guard?: Guard | undefined;
};

/** The frame around every full page: where one is, the search, how it stands with the server. */
export function App({ session, page, ...options }: AppOptions & { session: Session; page: PageSession }) {
  const state = session.state.value;
  const locale = session.locale.value;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.body.dataset.link = state?.link.status ?? '';
    if (state?.theme) document.documentElement.dataset.theme = state.theme;
    else delete document.documentElement.dataset.theme;
  }, [locale, state?.link.status, state?.theme]);
  return (
    <SessionContext.Provider value={session}>
      <Router hook={options.location ?? useHashLocation}>
        <div
          class={css.app}
          key={locale}
          data-level={session.guard.level.value}
          data-armed={session.guard.armed.value}
        >
          {!state ? (
            <Skeleton label={m.sidebar_loading()} />
          ) : state.link.status === 'unpaired' ? (
            <Unconnected settings={options.settings}>{options.connect?.()}</Unconnected>
          ) : (
            <Shown session={session} page={page} {...options} />
          )}
        </div>
      </Router>
    </SessionContext.Provider>
  );
}

function Shown({
  session,
  page,
  settings,
  notice,
  framed,
}: AppOptions & { session: Session; page: PageSession }) {
  const [path, go] = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    const from = before.current;
    before.current = path;
    // The bare address leads on to the first page by itself: nobody went anywhere.
    if (from === path || from === '/') return;
    session.cards.value = [];
    // Whoever reads with the ears, or walks by keys, goes on at the new page.
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [path, session]);
  useCommonKeys(session);
  useGo(go);
  useEffect(
    () =>
      session.client.onFocus((what) => {
        if (what === 'search') session.palette.value = true;
      }),
    [session],
  );
  return (
    <>
      <button type="button" class={css.skip} onClick={() => main.current?.focus()}>
        {m.app_skip()}
      </button>
      <Bar settings={settings} path={path} fullPage={framed?.fullPage(path) ?? null} />
      <section class={css.strips} aria-label={m.app_news()}>
        {notice?.()}
        <Notices />
        <LinkStrips />
      </section>
      <main class={css.main} ref={main} tabIndex={-1} data-path={path}>
        <Switch>
          {pages.map((each) => (
            <Route key={each.path} path={each.path}>
              <Lazy of={each} page={page} />
            </Route>
          ))}
          <Route>{pages[0] && <Redirect to={pages[0].path} replace />}</Route>
        </Switch>
      </main>
      <OnTop session={session} />
      <PaletteHost session={session} host="page" subject={subjectAt(path)} />
      <div class={css.toasts}>
        <Toaster toasts={session.toasts} closeLabel={m.words_close()} />
      </div>
    </>
  );
}
