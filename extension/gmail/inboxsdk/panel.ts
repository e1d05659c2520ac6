import type { ContentPanelDescriptor } from '@inboxsdk/core';
import { moveInto, movesAlive } from '../../dock/move.ts';
import { keepClear } from '../../dock/ours.ts';
import { after, drawn } from '../drawn.ts';
import type { PanelPlace } from '../surface.ts';
import type { Sdk } from './load.ts';
import { bookIcon } from './places/icons.ts';
import { stayOpen } from './places/stay-open.ts';
import type { SdkParts } from './surface.ts';

/** Gmail's own column is late: InboxSDK waits 15 s for it. After this the frame is shown in our dock. */
const DOCK_AFTER_MS = 1_200;
const SETTLE_MS = 2_000;
/** A column that Gmail threw away is looked for again after so long, then after four times as long, at most so often. */
const AGAIN_AFTER_MS = 2_000;
const MOST_TRIES = 4;
/** Both parts of the column without which InboxSDK waits in vain. */
const columnParts = ['.brC-brG', '.brC-aT5-aOt-Jw'];
/** By how much the shadow of a mail's window reaches over Gmail's column. */
const SHADOW_PX = 8;
/** InboxSDK's memory of whether the user keeps global panels open, in the page's localStorage. */
const OPEN_KEY = 'inboxsdk__global_app_sidebar_should_open';

type Panel = Awaited<ReturnType<Sdk['Global']['addSidebarContentPanel']>>;

/** The one frame's place: InboxSDK's Global panel, which serves list and thread alike; our dock until and unless it is there. */
export function makePanel(sdk: Sdk, { dock, page, probes, title, renew, signal }: SdkParts) {
  let place: PanelPlace = 'dock';
  let panel: Panel = null;
  let staying: ReturnType<typeof stayOpen> | null = null;
  let shown: { frame: HTMLElement; placed: (place: PanelPlace) => void } | null = null;
  let busy = false;
  let tries = 0;
  let triedAt = 0;
  let trying = false;

  let column: HTMLElement | null = null;
  /** Windows in which a mail is written. Their shadow reaches our frame, which counts as covering it (guard.ts). */
  const windows = new Set<unknown>();
  const makeRoom = (): void => {
    if (column) column.style.paddingInlineStart = windows.size > 0 ? `${SHADOW_PX}px` : '0';
  };
  probes.attempt('beside-compose', () =>
    sdk.Compose.registerComposeViewHandler((view) => {
      if (signal.aborted || view.isInlineReplyForm()) return;
      windows.add(view);
      makeRoom();
      view.on('destroy', () => {
        windows.delete(view);
        makeRoom();
      });
    }),
  );

  const hasColumn = (): boolean => columnParts.every((part) => page.document.querySelector(part));
  const tell = (next: PanelPlace): void => {
    place = next;
    probes.note('global-panel', next === 'global-panel');
    if (next === 'dock') probes.note('dock', true);
    shown?.placed(next);
  };
  const inDock = (frame: HTMLElement): void => {
    dock.hold(frame);
    dock.hide(false);
    dock.open(true);
    tell('dock');
  };

  // Where Gmail's column has fewer than two parts, InboxSDK's set-up throws at its very end (2.2.26): all but that
  // end is done, and a second call goes through.
  const addPanel = (descriptor: ContentPanelDescriptor): Promise<Panel> =>
    sdk.Global.addSidebarContentPanel(descriptor).catch(() => sdk.Global.addSidebarContentPanel(descriptor));

  async function intoGlobalPanel(frame: HTMLElement): Promise<boolean> {
    tries += 1;
    triedAt = page.now();
    trying = true;
    const host = document.createElement('div');
    // Exactly Gmail's column, at any height of the window; the column itself has nothing to scroll.
    host.style.cssText =
      'all:initial;display:block;box-sizing:border-box;height:100%;min-height:min(320px,50vh);overflow:clip';
    const descriptor: ContentPanelDescriptor = {
      el: host,
      id: 'sidebook',
      title,
      appName: title,
      iconUrl: bookIcon,
      hideTitleBar: true,
    };
    const added = await addPanel(descriptor);
    // InboxSDK puts the element somewhere to wait first; a frame inside would load twice.
    if (!added || !(await settled(host)) || signal.aborted || (frame.isConnected && !movesAlive(host)))
      return false;
    panel = added;
    staying = stayOpen(added, page.document, page.now, signal);
    moveInto(frame, host);
    keepClear(host);
    column = host;
    makeRoom();
    dock.open(false);
    dock.hide(true);
    openUnlessClosedBefore(panel);
    // A column that came back may be one that InboxSDK can no longer open.
    if (tries > 1 && !(await isLaidOut(frame))) {
      panel = null;
      inDock(frame);
      return false;
    }
    tell('global-panel');
    return true;
  }

  /** What InboxSDK throws here costs the column, which is looked for again. */
  const tryColumn = (frame: HTMLElement): Promise<boolean> =>
    intoGlobalPanel(frame)
      .catch(() => false)
      .finally(() => {
        trying = false;
      });

  // What an updated extension leaves in the page can do nothing any more, so nothing of it stays.
  signal.addEventListener(
    'abort',
    () => {
      const place = shown?.frame.closest('.global_app_sidebar');
      probes.attempt('leave-panel', () => panel?.remove());
      shown?.frame.remove();
      place?.remove();
    },
    { once: true },
  );

  /** In our dock at once where Gmail has no column, a moment later where it has one and InboxSDK still works at it. */
  async function show(frame: HTMLElement): Promise<void> {
    const global = tryColumn(frame);
    await drawn(page.document, signal);
    const patience = hasColumn() ? DOCK_AFTER_MS : 0;
    const worked = await Promise.race([global, after(patience)]);
    if (worked !== true && place === 'dock' && panel === null && !signal.aborted) inDock(frame);
  }

  /** Gmail threw its column away, and our place with it: the frame loads anew then, but it is there. */
  async function again(frame: HTMLElement): Promise<void> {
    panel = null;
    await renew();
    if (!signal.aborted) inDock(frame);
  }

  return {
    show(frame: HTMLElement, placed: (place: PanelPlace) => void): void {
      shown = { frame, placed };
      void show(frame);
    },
    place: (): PanelPlace => place,
    /** Whenever the page changed: the frame is put back where it was thrown out, and into Gmail's column where that is there again. */
    keep(): void {
      if (!shown || busy || signal.aborted) return;
      const { frame } = shown;
      const isOut = !frame.isConnected && (panel !== null || place === 'dock');
      const mayReturn =
        place === 'dock' &&
        panel === null &&
        !trying &&
        tries < MOST_TRIES &&
        page.now() - triedAt > AGAIN_AFTER_MS * 4 ** (tries - 1) &&
        hasColumn();
      if (!isOut && !mayReturn) return;
      busy = true;
      const done = () => {
        busy = false;
      };
      if (isOut) again(frame).then(done, done);
      else tryColumn(frame).then(done);
    },
    toggle(open?: boolean): void {
      if (place === 'dock' || !panel) dock.open(open ?? !dock.isOpen());
      else if (open ?? !panel.isActive()) panel.open();
      else {
        staying?.closes();
        panel.close();
      }
    },
  };
}

const openUnlessClosedBefore = (panel: NonNullable<Panel>): void => {
  if (localStorage.getItem(OPEN_KEY) !== 'false' && !panel.isActive()) panel.open();
};

async function isLaidOut(frame: Element): Promise<boolean> {
  for (let waited = 0; waited < 500; waited += 50) {
    if (frame.getClientRects().length > 0) return true;
    await after(50);
  }
  return false;
}

/** Whether the element came to its lasting place, which InboxSDK marks by this class. */
async function settled(host: HTMLElement): Promise<boolean> {
  for (let waited = 0; waited < SETTLE_MS; waited += 20) {
    // A column that Gmail threw away lives on in InboxSDK's memory; a frame moved there would die.
    if (host.isConnected && host.closest('.global_app_sidebar')) return true;
    await after(20);
  }
  return false;
}
