import * as m from '../../shared/i18n/compiled/messages.js';
import { type Dock, makeDock } from '../dock/dock.ts';
import { makeFrame } from '../dock/frame.ts';
import { movesAlive } from '../dock/move.ts';
import { watchShown } from '../dock/shown.ts';
import type { MailPage } from './core.ts';
import { makeDomSurface } from './dom/surface.ts';
import { after, drawn } from './drawn.ts';
import { type MailHealth, makeProbes, type Probes } from './health.ts';
import { languageOf, layoutOf } from './layout.ts';
import { isMailbox } from './mailbox-path.ts';
import { startPlaces } from './places/start.ts';
import { mailReaders } from './readers.ts';
import { startRows } from './rows/start.ts';
import { type Connected, connect, makeLine, noticeUpdates, type Runtime } from './run.ts';
import { countStumbles } from './stumbles.ts';
import type { MailSurface } from './surface.ts';
import { isRunning, makeWay, takeOver } from './take-over.ts';

/** `later`: the level came after it had been given up. */
export type BetterLoaded =
  | { make: (signal: AbortSignal) => MailSurface }
  | { make: null; without: MailHealth['without']; later: Promise<(signal: AbortSignal) => MailSurface> };
/** The better level, where a build has one; it may take long to come, or never come. */
export type Better = { sdk: string; load(parts: Parts): Promise<BetterLoaded> };
export type Parts = {
  page: MailPage;
  dock: Dock;
  probes: Probes;
  title: string;
  /** Before a frame that was thrown out loads anew: its nonce was for one load only. */
  renew: () => Promise<void>;
};

/** As many as a report may hold (tab-schema.ts); one that holds more is not taken at all. */
const MOST_PROBES = 100;
/** Gmail's header with search and account stays reachable. */
const BELOW_HEADER_PX = 64;
/** How long the better level may keep the frame's place empty once Gmail is there. */
const DOCK_AFTER_MS = 1_200;

/**
 * Starts Sidebook in one mailbox's tab: our own reading at once, so nothing waits for the better level, which takes
 * over whenever it has loaded. One frame is made, registered, and then only moved.
 */
export async function startMailbox(
  runtime: Runtime,
  document: Document,
  window: Window & typeof globalThis,
  better: Better | null,
): Promise<void> {
  const isAlive = () => runtime.id !== undefined;
  if (!isMailbox(window) || isRunning(isAlive)) return;
  takeOver(document);
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
  makeWay(document, isAlive, () => end.abort());
  const title = m.gmail_panel_title();
  const newFrame = () => makeFrame({ getURL: (path) => runtime.getURL(path), title }, document);
  const frame = newFrame();
  watchShown(frame.element, () => void line.send({ type: 'doubt' }), end.signal);
  // Nothing but the frame waits for the worker, which may only be starting.
  const registered = line.register(frame.nonce);
  const renew = async (): Promise<void> => {
    const { element, nonce } = newFrame();
    frame.element.src = element.src;
    await line.register(nonce);
  };

  const dock = makeDock({ title, signal: end.signal, top: BELOW_HEADER_PX, width: 300 }, document);
  const probes = makeProbes();
  countStumbles(window, probes, end.signal);
  const rows = startRows(document, window.location, line, runtime, end.signal);
  registered.then(rows.settings);
  const places = startPlaces(document, line, runtime, end.signal);
  registered.then(places.settings);

  let level = new AbortController();
  end.signal.addEventListener('abort', () => level.abort(), { once: true });
  /** One level serves at a time; the next takes over the very frame. */
  const take = (make: (signal: AbortSignal) => MailSurface, without: MailHealth['without']): Connected => {
    level.abort();
    level = new AbortController();
    if (end.signal.aborted) level.abort();
    const surface = make(level.signal);
    if (surface.rows) rows.know(surface.rows);
    places.know(surface);
    const connected = connect(
      surface,
      line,
      runtime,
      probes,
      (place) => ({
        level: surface.level,
        sdk: better?.sdk ?? null,
        without,
        place,
        layout: layoutOf(document, window.location),
        language: languageOf(document),
        functions: probes.functions(),
        // What never failed is no news.
        probes: probes
          .all()
          .filter(({ failed }) => failed > 0)
          .slice(0, MOST_PROBES),
      }),
      level.signal,
    );
    registered.then(connected.settings);
    return connected;
  };
  const own = (signal: AbortSignal): MailSurface => makeDomSurface(page, dock, probes, signal);
  const show = async ({ place }: Connected): Promise<void> => {
    await registered;
    if (!end.signal.aborted) place(frame.element);
  };

  const first = take(own, better ? 'loading' : 'not-built');
  if (!better) return show(first);

  // Loaded out of sight while InboxSDK loads, then moved alive: it is painted when its place is there.
  const park = async (): Promise<void> => {
    await registered;
    if (end.signal.aborted || frame.element.isConnected || !movesAlive(document.body)) return;
    dock.hide(true);
    dock.hold(frame.element);
  };
  void park();
  const loading = level.signal;
  const late = async (): Promise<void> => {
    await drawn(document, loading);
    await after(DOCK_AFTER_MS);
    if (!loading.aborted) await show(first);
  };
  void late();
  const loaded = await better.load({ page, dock, probes, title, renew });
  if (end.signal.aborted) return;
  if (loaded.make) return show(take(loaded.make, null));
  // The same level again, now for good, so that its health says why.
  void show(take(own, loaded.without));
  loaded.later.then((make) => {
    if (!end.signal.aborted) void show(take(make, null));
  });
}
