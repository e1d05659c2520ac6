import * as m from '../../shared/i18n/compiled/messages.js';
import { type Dock, makeDock } from '../dock/dock.ts';
import { makeFrame } from '../dock/frame.ts';
import type { MailPage } from './core.ts';
import { makeDomSurface } from './dom/surface.ts';
import { type MailHealth, makeProbes, type Probes } from './health.ts';
import { movesAlive } from './move.ts';
import { mailReaders } from './readers.ts';
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
  const settings = await line.send({ type: 'wake' });
  if (end.signal.aborted) return;
  noticeUpdates(document, line, end.signal);
  const title = m.gmail_panel_title();
  const frame = makeFrame({ getURL: (path) => runtime.getURL(path), title }, document);
  await line.send({ type: 'frame', nonce: frame.nonce });

  const dock = makeDock({ title, signal: end.signal, top: BELOW_HEADER_PX, width: 300 }, document);
  const probes = makeProbes();
  const own = new AbortController();
  end.signal.addEventListener('abort', () => own.abort(), { once: true });
  const ownSurface = makeDomSurface(page, dock, probes, own.signal);
  const ownHealth = healthOf('dom', better?.sdk ?? null, better ? null : 'not-built', probes);
  const first = connect(ownSurface, line, runtime, ownHealth, own.signal);
  first.settings(settings);
  const placeOwn = async () => first.placed(await ownSurface.place(frame.element));
  if (!better) return placeOwn();

  // Loaded out of sight while InboxSDK loads, then moved alive: it is painted when its place is there.
  if (movesAlive(document.body)) {
    dock.hide(true);
    dock.hold(frame.element);
  }
  const late = setTimeout(placeOwn, DOCK_AFTER_MS);
  const loaded = await better.load({ page, dock, probes, title, signal: end.signal });
  clearTimeout(late);
  if (end.signal.aborted) return;
  if (!loaded.surface) {
    own.abort();
    // The same level again, now for good, so that its health says why.
    const surface = makeDomSurface(page, dock, probes, end.signal);
    const health = healthOf('dom', better.sdk, loaded.without, probes);
    const lasting = connect(surface, line, runtime, health, end.signal);
    lasting.settings(settings);
    lasting.placed('dock');
    return;
  }
  own.abort();
  const lasting = connect(
    loaded.surface,
    line,
    runtime,
    healthOf('inboxsdk', better.sdk, null, probes),
    end.signal,
  );
  lasting.settings(settings);
  lasting.placed(await loaded.surface.place(frame.element));
}

/** Gmail's main window: not its frames, chat, printed pages, originals or windows of a single mail. */
const isMailbox = ({ top, self, location }: Window & typeof globalThis): boolean =>
  top === self && location.pathname.startsWith('/mail/') && !new URLSearchParams(location.search).has('view');
