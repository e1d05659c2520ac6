import { useEffect, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import { late } from '../../ui/late.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { Toaster } from '../../ui/Toaster.tsx';
import { NoteBox } from '../note/NoteBox.tsx';
import { PaletteHost } from '../palette/PaletteHost.tsx';
import { subjectOf } from '../palette/subject.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import css from './App.module.css';
import { CardView } from './CardView.tsx';
import { LinkStrips } from './LinkStrips.tsx';
import { Notices } from './Notices.tsx';
import { notePlace } from './notePlace.ts';
import { Problem } from './Problem.tsx';
import { ScreenView } from './ScreenView.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import { type Session, SessionContext } from './session.ts';
import { focusOn, useCommonKeys } from './useCommonKeys.ts';

const Unpaired = late(() => import('./Unpaired.tsx').then((part) => part.Unpaired));
const Disarmed = late(() => import('../guard/Disarmed.tsx').then((part) => part.Disarmed));
const LevelLine = late(() => import('../level/LevelLine.tsx').then((part) => part.LevelLine));
const Offer = late(() => import('./Offer.tsx').then((part) => part.Offer));
const focusNote = () => focusOn('note');

/** The one application: Gmail's frame, the dock on a page, and the browser's side panel. */
export function App({ session }: { session: Session }) {
  const root = useRef<HTMLDivElement>(null);
  const state = session.state.value;
  const locale = session.locale.value;

  useEffect(() => (root.current ? session.guard.watch(root.current) : undefined), [session]);
  useEffect(() => session.client.onDoubt(session.guard.doubt), [session]);
  useEffect(
    () =>
      session.client.onFocus((what) => {
        if (what === 'search' || what === 'task') {
          window.focus();
          session.palette.value = what === 'task' ? 'task' : true;
          return;
        }
        if (what === 'today') return window.focus();
        if (what === 'note') session.noteAsked.value += 1;
        focusOn(what);
      }),
    [session],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    if (state?.theme) document.documentElement.dataset.theme = state.theme;
    else delete document.documentElement.dataset.theme;
    document.documentElement.dataset.density = state?.density ?? 'comfortable';
  }, [locale, state?.theme, state?.density]);
  useCommonKeys(session);

  const card = session.cards.value.at(-1) ?? null;
  const place = state && state.link.status !== 'unpaired' ? notePlace(session, card) : null;
  return (
    <SessionContext.Provider value={session}>
      <div
        class={css.app}
        ref={root}
        data-level={session.guard.level.value}
        data-armed={session.guard.armed.value}
      >
        <header>
          {state && state.link.status !== 'unpaired' && (
            <div class={css.top}>
              <SearchBox />
              <SettingsMenu />
            </div>
          )}
          <Notices />
          <LinkStrips />
          {state?.level && <LevelLine />}
          {session.guard.level.value === 'watched' && <Disarmed />}
          {session.guard.level.value === 'blind' && (
            <Strip
              tone="info"
              action={
                session.openPanel && (
                  <button type="button" onClick={session.openPanel}>
                    {m.sidebar_open_panel()}
                  </button>
                )
              }
            >
              {session.openPanel ? m.sidebar_read_only_here() : m.sidebar_read_only_click()}
            </Strip>
          )}
        </header>
        <main class={css.body}>
          {!state ? (
            <Starting code={session.turnedAway.value} />
          ) : state.offer ? (
            <Offer server={state.offer.server} />
          ) : state.link.status === 'unpaired' ? (
            <Unpaired />
          ) : card ? (
            <CardView card={card} focusNote={focusNote} />
          ) : (
            <ScreenView state={state} focusNote={focusNote} />
          )}
        </main>
        <div class={css.bottom}>
          <Toaster toasts={session.toasts} closeLabel={m.words_close()} />
          {place && session.canChange.value && <NoteBox {...place} />}
        </div>
        <PaletteHost session={session} host="panel" subject={subjectOf(state, card)} />
      </div>
    </SessionContext.Provider>
  );
}

/** An unknown frame is shown nothing at all. */
function Starting({ code }: { code: ErrorCode | null }) {
  if (code === 'frame.unknown') return null;
  return code ? <Problem code={code} /> : <Skeleton label={m.sidebar_loading()} />;
}
