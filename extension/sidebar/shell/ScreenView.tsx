import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen, SidebarState, ThreadOnScreen } from '../../messages/state.ts';
import { late } from '../../ui/late.tsx';
import { Empty } from '../../ui/Section.tsx';
import { PageView } from '../capture/PageView.tsx';
import { Chips } from '../person/Chips.tsx';
import { KnownPerson } from '../person/KnownPerson.tsx';
import { UnknownCard } from '../person/UnknownCard.tsx';
import { screenKey } from './screenKey.ts';
import { usePainted } from './usePainted.ts';

const Writing = late(() => import('../compose/Writing.tsx').then((part) => part.Writing));
const SettledStrip = late(() => import('../compose/SettledStrip.tsx').then((part) => part.SettledStrip));
const ScheduledStrip = late(() =>
  import('../compose/ScheduledStrip.tsx').then((part) => part.ScheduledStrip),
);
// A thread's first view needs none of it.
const Today = late(() => import('../today/Today.tsx').then((part) => part.Today), true);
const NotTheOne = late(() => import('../alike/NotTheOne.tsx').then((part) => part.NotTheOne));

/** What the tab shows decides what the sidebar shows; the mail that is being written there comes first. */
export function ScreenView({ state, focusNote }: { state: SidebarState; focusNote: () => void }) {
  const { scheduled, settled, writing } = state;
  return (
    <>
      {scheduled && <ScheduledStrip scheduled={scheduled} />}
      {settled && <SettledStrip settled={settled} />}
      {writing && <Writing writing={writing} shown={selectedOf(state)?.contact?.id ?? null} />}
      <OnScreen state={state} focusNote={focusNote} />
    </>
  );
}

const selectedOf = ({ screen, people, selected }: SidebarState): PersonOnScreen | undefined =>
  screen.kind === 'thread' ? (people.find((one) => one.key === selected) ?? people[0]) : undefined;

function OnScreen({ state, focusNote }: { state: SidebarState; focusNote: () => void }) {
  const { screen, people } = state;
  if (screen.kind === 'none' || screen.kind === 'mailbox') return <Today />;
  if (screen.kind === 'page')
    return (
      <>
        <NotTheOne state={state} />
        <PageView state={state} page={screen} focusNote={focusNote} />
      </>
    );
  const person = selectedOf(state);
  return (
    <>
      <NotTheOne state={state} />
      <Chips people={people} selected={person?.key ?? null} />
      {person ? (
        <PersonOnThread
          key={person.key}
          person={person}
          state={state}
          thread={screen.thread}
          focusNote={focusNote}
        />
      ) : (
        <Empty>{m.sidebar_nobody_here()}</Empty>
      )}
    </>
  );
}

function PersonOnThread({
  person,
  state,
  thread,
  focusNote,
}: {
  person: PersonOnScreen;
  state: SidebarState;
  thread: ThreadOnScreen;
  focusNote: () => void;
}) {
  if (person.contact) {
    return <KnownPerson contactId={person.contact.id} {...{ person, state, thread, focusNote }} />;
  }
  return <Stranger person={person} state={state} thread={thread} />;
}

function Stranger({
  person,
  state,
  thread,
}: {
  person: PersonOnScreen;
  state: SidebarState;
  thread: ThreadOnScreen;
}) {
  usePainted(`${screenKey(state)} ${person.key}`);
  return <UnknownCard person={person} company={state.company} thread={thread} />;
}
