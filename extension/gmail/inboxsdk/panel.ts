import type { ContentPanelDescriptor } from '@inboxsdk/core';
import { moveInto, movesAlive } from '../../dock/move.ts';
import type { Parts } from '../start.ts';
import type { PanelPlace } from '../surface.ts';
import type { Sdk } from './load.ts';

/** Gmail's own column is late or missing: InboxSDK waits 15 s for it. After this the frame is shown in our dock. */
const DOCK_AFTER_MS = 3_000;
const SETTLE_MS = 2_000;
/** InboxSDK's memory of whether the user keeps global panels open, in the page's localStorage. */
const OPEN_KEY = 'inboxsdk__global_app_sidebar_should_open';

const icon =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"%3E%3Cpath fill="%233b5bdb" d="M4 2h9a3 3 0 0 1 3 3v13H6a2 2 0 0 1-2-2z"/%3E%3Cpath fill="%23fff" d="M7 6h6v1.5H7zm0 3h6v1.5H7zm0 3h4v1.5H7z"/%3E%3C/svg%3E';

type Panel = Awaited<ReturnType<Sdk['Global']['addSidebarContentPanel']>>;

/** The one frame's place: InboxSDK's Global panel, which serves list and thread alike; our dock until and unless it is there. */
export function makePanel(sdk: Sdk, { dock, probes, title, renew, signal }: Parts) {
  let place: PanelPlace = 'dock';
  let panel: Panel = null;
  let renewing = false;

  const inDock = (frame: HTMLElement): PanelPlace => {
    dock.hold(frame);
    dock.hide(false);
    dock.open(true);
    return 'dock';
  };

  // Where Gmail's column has fewer than two parts, InboxSDK's set-up throws at its very end (2.2.26): all but that
  // end is done, and a second call goes through.
  const addPanel = (descriptor: ContentPanelDescriptor): Promise<Panel> =>
    sdk.Global.addSidebarContentPanel(descriptor).catch(() => sdk.Global.addSidebarContentPanel(descriptor));

  async function intoGlobalPanel(frame: HTMLElement): Promise<boolean> {
    const host = document.createElement('div');
    // Exactly Gmail's column, at any height of the window; the column itself has nothing to scroll.
    host.style.cssText =
      'all:initial;display:block;box-sizing:border-box;height:100%;min-height:min(320px,50vh);overflow:clip';
    const descriptor: ContentPanelDescriptor = {
      el: host,
      id: 'sidebook',
      title,
      appName: title,
      iconUrl: icon,
      hideTitleBar: true,
    };
    panel = await addPanel(descriptor);
    // InboxSDK puts the element somewhere to wait first; a frame inside would load twice.
    if (!panel || !(await settled(host)) || signal.aborted || (frame.isConnected && !movesAlive(host)))
      return false;
    moveInto(frame, host);
    dock.open(false);
    dock.hide(true);
    openUnlessClosedBefore(panel);
    return true;
  }

  return {
    async show(frame: HTMLElement): Promise<PanelPlace> {
      const global = intoGlobalPanel(frame).catch(() => false);
      const first = await Promise.race([global, after(DOCK_AFTER_MS)]);
      if (first === true) place = 'global-panel';
      else {
        place = inDock(frame);
        global.then((worked) => {
          if (worked) place = 'global-panel';
        });
      }
      global.then((worked) => probes.note('global-panel', worked));
      return place;
    },
    place: (): PanelPlace => place,
    /** Gmail may throw its column away, and our place with it: the frame loads anew then, but it is there. */
    async keep(frame: HTMLElement): Promise<void> {
      if (frame.isConnected || renewing || signal.aborted) return;
      renewing = true;
      panel = null;
      await renew();
      if (!signal.aborted) place = inDock(frame);
      renewing = false;
    },
    toggle(open?: boolean): void {
      if (place === 'dock' || !panel) dock.open(open ?? !dock.isOpen());
      else if (open ?? !panel.isActive()) panel.open();
      else panel.close();
    },
  };
}

const openUnlessClosedBefore = (panel: NonNullable<Panel>): void => {
  if (localStorage.getItem(OPEN_KEY) !== 'false' && !panel.isActive()) panel.open();
};

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms));

/** Whether the element came to its lasting place, which InboxSDK marks by this class. */
async function settled(host: HTMLElement): Promise<boolean> {
  for (let waited = 0; waited < SETTLE_MS; waited += 20) {
    if (host.closest('.global_app_sidebar')) return true;
    await after(20);
  }
  return false;
}
