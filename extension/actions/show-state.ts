import type { Shown, TabSession } from '../messages/screen/session.ts';
import type { LinkState, SidebarState, TeachingOnScreen } from '../messages/state.ts';
import { accountKey } from '../settings/places.ts';
import type { Kept } from '../settings/settings.ts';
import { type Core, type Desk, meOf } from './core.ts';
import { levelOf } from './level.ts';

const unpaired: LinkState = {
  status: 'unpaired',
  server: null,
  workspace: null,
  me: null,
  waiting: 0,
  parked: [],
  filled: null,
  code: null,
};

/** What a tab shows, and who of it is known. */
export type Seen = Pick<SidebarState, 'screen' | 'people' | 'selected' | 'company' | 'view' | 'writing'>;

/** Of a page that stands in no tab of anybody's. */
export const seesNothing = async (): Promise<Seen> => ({
  screen: { kind: 'none' },
  people: [],
  selected: null,
  company: null,
  view: null,
});

/**
 * How this browser stands, and what `see` makes of the tab; `tabId` null for a page of ours by itself, `core` null before
 * a pairing.
 */
export async function showState(
  desk: Desk,
  core: Core | null,
  { tabId, framed }: { tabId: number | null; framed: boolean },
  see: (core: Core, tabId: number | null, shown: Shown) => Promise<Seen>,
): Promise<SidebarState> {
  const session = tabId === null ? null : desk.sessions.get(tabId);
  const shown: Shown = session?.shown ?? { kind: 'none' };
  const settings = desk.settings.get();
  const version = core?.mirror.version ?? 0;
  // Nobody waits for another: what is not in memory is asked of the disk at once.
  const [seen, link, readOnly] = await Promise.all([
    core ? see(core, tabId, shown) : seesNothing(),
    core ? core.sync.link() : unpaired,
    core ? readsOnly(core) : false,
  ]);
  const account = shown.kind === 'mail' ? shown.screen.account : null;
  return {
    place: core?.place ?? null,
    places: settings.places.map(({ id, workspace, server, role }) => ({ id, workspace, server, role })),
    mailbox: account === null ? null : mailboxOf(settings, account),
    ended: settings.ended,
    offer: framed || !session?.offer ? null : { server: session.offer.server },
    readOnly,
    link,
    ...seen,
    teaching: teachingOf(session?.teaching),
    settled: session?.settled ?? null,
    scheduled: session?.scheduled ?? null,
    level: levelOf(session?.health),
    locale: desk.settings.locale(),
    theme: settings.theme ?? (shown.kind === 'mail' ? shown.screen.theme : null),
    themeChosen: settings.theme,
    ...(shown.kind === 'mail' && shown.screen.density && { density: shown.screen.density }),
    framed,
    logOnSend: settings.logOnSend,
    rowChips: { on: settings.rowChips, leftOut: settings.rowChipsLeftOut },
    version,
  };
}

/** The shape is the background's own affair. */
function teachingOf(teaching: TabSession['teaching']): TeachingOnScreen | null {
  if (teaching?.stage !== 'preview') return teaching ?? null;
  const { shape: _, ...shown } = teaching;
  return shown;
}

const mailboxOf = ({ bound, privateMailboxes }: Kept, account: string): SidebarState['mailbox'] => {
  const key = accountKey(account);
  return { account, bound: bound[key] ?? null, private: privateMailboxes.includes(key) };
};

/** The member's own row says what they may do, as far as it has been read. */
async function readsOnly(core: Core): Promise<boolean> {
  const me = meOf(core);
  const member = (await core.mirror.all('member')).find(({ id }) => id === me);
  return member?.role === 'read-only';
}
