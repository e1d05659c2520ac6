import { type Browser, browser } from 'wxt/browser';
import { logByChord } from '../../actions/log-by-chord.ts';
import { isUntouchedAddress } from '../../recognisers/silence.ts';
import { gmailOrigin } from './from-tab.ts';
import { runMenu } from './menus.ts';
import { readOffer } from './offer.ts';
import type { Background } from './open.ts';
import { isOurPage } from './places.ts';
import { tellTab } from './to-tab.ts';

type Tab = Browser.tabs.Tab;
type Focus = 'note' | 'search' | 'log';

const isGmail = (tab: Tab): boolean => tab.url?.startsWith(`${gmailOrigin}/`) ?? false;

/**
 * Opens the browser's own sidebar. Must run in the very turn of the click: after an `await` the gesture is gone.
 * (`openPanelOnActionClick` would do it alone, but grants no activeTab.)
 */
export function openPanel(tab: Tab, orClose = false): Promise<void> {
  if (import.meta.env.FIREFOX) {
    const { sidebarAction } = browser as unknown as {
      sidebarAction: { open(): Promise<void>; toggle(): Promise<void> };
    };
    return orClose ? sidebarAction.toggle() : sidebarAction.open();
  }
  return browser.sidePanel.open(tab.id === undefined ? { windowId: tab.windowId } : { tabId: tab.id });
}

export function listenToCommands(ready: Promise<Background>): void {
  /** In Gmail the panel in the page, on other pages the browser's own; then the page is read. */
  const bring = async (tab: Tab, open: boolean | null, focus: Focus | null): Promise<void> => {
    const { id } = tab;
    if (id === undefined) return;
    if (isOurPage(tab.url) && focus) return (await ready).ports.focus(id, focus);
    const gmail = isGmail(tab);
    // Firefox cannot tell a frame whether it is covered, so nothing is changed there: its own sidebar serves Gmail too.
    const opened =
      gmail && !import.meta.env.FIREFOX
        ? tellTab(id, { type: 'toggle', open }).then(
            () => undefined,
            // The mailbox's script is not there (yet): the browser's own sidebar is the last level.
            () => openPanel(tab),
          )
        : openPanel(tab, open === null);
    opened.catch(reportError);
    const { desk, ports, page } = await ready;
    if (focus) ports.focus(id, focus);
    if (!gmail && !isUntouchedAddress(tab.url)) await readOffer(desk.sessions, id);
    if (!gmail && desk.settings.get().places.length > 0) await page.read(id);
  };

  browser.action.onClicked.addListener((tab) => {
    bring(tab, null, null).catch(reportUnforeseen);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (!tab) return;
    if (command === 'note' || command === 'search') bring(tab, true, command).catch(reportUnforeseen);
    if (command === 'log') logOrAsk(ready, tab, () => bring(tab, true, 'log'));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (!tab) return;
    const brought = bring(tab, true, null).catch(reportUnforeseen);
    Promise.all([ready, brought])
      .then(([background]) => runMenu(background, info, tab))
      .catch(reportUnforeseen);
  });
}

/** One chord logs what the button would log; where the button would ask something, the panel comes up instead. */
function logOrAsk(ready: Promise<Background>, tab: Tab, ask: () => Promise<void>): void {
  const { id } = tab;
  if (id === undefined || !isGmail(tab)) {
    ask().catch(reportUnforeseen);
    return;
  }
  ready
    .then(async ({ workspaces, ports }) => {
      const core = await workspaces.of(id);
      if (core && (await logByChord(core, id)) === 'nothing') return;
      await tellTab(id, { type: 'toggle', open: true });
      ports.focus(id, 'log');
    })
    .catch(reportUnforeseen);
}

/** A page that may not be read is an answer, and its sentence stands in the panel. */
function reportUnforeseen(cause: unknown): void {
  if (!(cause instanceof Error && cause.name === 'CodedError')) reportError(cause);
}
