import { logByChord } from '../../actions/log-by-chord.ts';
import { show } from '../../actions/show.ts';
import type { PlaceAsk, PlacesState } from '../../messages/places.ts';
import { shownPerson } from '../../messages/screen/people-shown.ts';
import type { SidebarState } from '../../messages/state.ts';
import type { Background } from './open.ts';
import { goTo, tellTab } from './to-tab.ts';

const isLogged = (state: string): boolean => state === 'logged' || state === 'waiting';

function logOf({ screen }: SidebarState): PlacesState['log'] {
  if (screen.kind !== 'thread') return null;
  const { messages } = screen.thread;
  return { logged: messages.filter(({ log }) => isLogged(log.state)).length, all: messages.length };
}

/** Keeps what our signs in mailboxes say: told when it changes, and to each tab for itself. */
export function keepPlaces() {
  const told = new Map<number, { state: SidebarState; text: string }>();
  let due = '';
  const tell = (tabId: number, state: SidebarState): void => {
    const places: PlacesState = { due, log: logOf(state) };
    const text = JSON.stringify(places);
    if (told.get(tabId)?.text === text) {
      told.set(tabId, { state, text });
      return;
    }
    told.set(tabId, { state, text });
    // A mailbox whose script is not there yet, or not any more, shows none.
    tellTab(tabId, { type: 'places', places }).catch(() => told.delete(tabId));
  };
  return {
    shown: (tabId: number, state: SidebarState): void => {
      if (state.mailbox) tell(tabId, state);
    },
    due: (text: string): void => {
      due = text;
      for (const [tabId, { state }] of told) tell(tabId, state);
    },
    /** The tab's page is another one: it knows nothing. */
    forget: (tabId: number): void => void told.delete(tabId),
  };
}

/** Does what a click on something of ours in the mailbox asked for. Log is the chord's: what would ask brings up the panel. */
export async function answerPlace(
  { workspaces, ports }: Background,
  tabId: number,
  ask: PlaceAsk,
): Promise<void> {
  const core = await workspaces.of(tabId);
  if (ask === 'log' && core && (await logByChord(core, tabId)) === 'nothing') return;
  if (ask === 'record' && core) {
    const contact = shownPerson(await show(core, core, tabId, true))?.contact;
    if (contact) return goTo(tabId, `/contact/${contact.id}`);
  }
  await tellTab(tabId, { type: 'toggle', open: true });
  ports.focus(tabId, ask === 'record' ? 'today' : ask);
}

/** A page of ours that has the browser's focus hears a chord itself. */
export const isOurPage = (url: string | undefined): boolean =>
  url?.startsWith(`${location.origin}/`) ?? false;
