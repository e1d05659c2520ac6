import * as m from '../../shared/i18n/compiled/messages.js';
import { type Dock, makeDock } from '../dock/dock.ts';
import { makeFrame } from '../dock/frame.ts';
import { movesAlive } from '../dock/move.ts';
import type { MailPage } from './core.ts';
import { makeDomSurface } from './dom/surface.ts';
import { type MailHealth, makeProbes, type Probes } from './health.ts';
import { mailReaders } from './readers.ts';
import { startRows } from './rows/start.ts';
import { connect, healthOf, makeLine, noticeUpdates, type Runtime } from './run.ts';
import type { MailSurface } from './surface.ts';

/** The better level, where a build has one; it may take long to come, or never come. */
export type Better = {
  sdk: string;
  load(parts: Parts): Promise<{ surface: MailSurface } | { surface: null; without: MailHealth['without'] }>;
};
export type Parts = {
  page: MailPage;
  dock: Dock;
  probes: Probes;
  title: string;
  /** Before a frame that was thrown out loads anew: its nonce was for one load only. */
  renew: () => Promise<void>;
  signal: AbortSignal;
};

/** Gmail's header with search and account stays reachable. */
const BELOW_HEADER_PX = 64;
/** How long the better level may keep the frame's place empty. */
const DOCK_AFTER_MS = 3_000;

/**
 * Starts Sidebook in one mailbox's tab: our own reading at once, so nothing waits for the better level, which takes
 * over when it has loaded. One frame is made, registered, and then only moved.
 */
export async function startMailbox(
  runtime: Runtime,
  document: Document,
  window: Window & typeof globalThis,
  better: Better | null,
): Promise<void> {
  if (!isMailbox(window)) return;
  const end = new AbortController();
  const line = makeLine(runtime, document, end);
  const page: MailPage = {
    document,
    fetch: (...request) => window.fetch(...request),
    location: window.location,
    now: () => Date.now(),
    readers: mailReaders,
  };
  noticeUpdates(document, line, end.signal);
  const title = m.gmail_panel_title();
  const newFrame = () => makeFrame({ getURL: (path) => runtime.getURL(path), title }, document);
  const frame = newFrame();
  // Nothing but the frame waits for the worker, which may only be starting.
  const registered = line.send({ type: 'frame', nonce: frame.nonce });
  const renew = async (): Promise<void> => {
    const { element, nonce } = newFrame();
    frame.element.src = element.src;
    await line.send({ type: 'frame', nonce });
  };

  const dock = makeDock({ title, signal: end.signal, top: BELOW_HEADER_PX, width: 300 }, document);
  const probes = makeProbes();
  const own = new AbortController();
  end.signal.addEventListener('abort', () => own.abort(), { once: true });
  const first = connect(
    makeDomSurface(page, dock, probes, own.signal),
    line,
    runtime,
    healthOf('dom', better?.sdk ?? null, better ? null : 'not-built', probes),
    own.signal,
  );
  registered.then(first.settings);
  const rows = startRows(document, window.location, line, runtime, end.signal);
  registered.then(rows.settings);
  const placeOwn = async (): Promise<void> => {
    await registered;
    if (!own.signal.aborted) await first.place(frame.element);
  };
  if (!better) return placeOwn();

  // Loaded out of sight while InboxSDK loads, then moved alive: it is painted when its place is there.
  const park = async (): Promise<void> => {
    await registered;
    if (end.signal.aborted || frame.element.isConnected || !movesAlive(document.body)) return;
    dock.hide(true);
    dock.hold(frame.element);
  };
  void park();
  const late = setTimeout(placeOwn, DOCK_AFTER_MS);
  const loaded = await better.load({ page, dock, probes, title, renew, signal: end.signal });
  clearTimeout(late);
  const settings = await registered;
  if (end.signal.aborted) return;
  own.abort();
  if (loaded.surface?.rows) rows.know(loaded.surface.rows);
  const lasting = loaded.surface
    ? connect(loaded.surface, line, runtime, healthOf('inboxsdk', better.sdk, null, probes), end.signal)
    : // The same level again, now for good, so that its health says why.
      connect(
        makeDomSurface(page, dock, probes, end.signal),
        line,
        runtime,
        healthOf('dom', better.sdk, loaded.without, probes),
        end.signal,
      );
  lasting.settings(settings);
  if (loaded.surface) await lasting.place(frame.element);
  else lasting.placed('dock');
}

/** Gmail's main window: not its frames, chat, printed pages, originals or windows of a single mail. */
const isMailbox = ({ top, self, location }: Window & typeof globalThis): boolean =>
  top === self && location.pathname.startsWith('/mail/') && !new URLSearchParams(location.search).has('view');
