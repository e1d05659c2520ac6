import type { FromTab, FromTabAnswer, PageScreen, TabSettings, ToTab } from '../messages/tab.ts';
import { plain } from '../recognisers/dom.ts';
import { keepMemory, makeMemory, noteChanges } from '../recognisers/memory.ts';
import { mayHold, plainScreen, readerHere } from '../recognisers/reader.ts';
import { isPasswordFocused, isUntouched } from '../recognisers/silence.ts';
import { type Dock, makeDock } from './dock.ts';
import { makeFrame } from './frame.ts';
import { isOurs } from './ours.ts';
import { watchShown } from './shown.ts';

type Listener = (
  message: unknown,
  sender: { id?: string },
  respond: (answer: FromTabAnswer) => void,
) => true | undefined;

/** What a page's script needs of `browser.runtime`. */
export type PageRuntime = {
  /** Missing once the extension was updated or removed. */
  readonly id?: string | undefined;
  getURL(path: '/sidebar.html'): string;
  sendMessage(message: FromTab): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};

/** A page that changes is read again this long after its last change, in ms; not more often than `pause`. */
const debounce = 1_000;
const pause = 3_000;
/** A page that never rests is read all the same, this long after a change. One that shows nothing new is read ever less often. */
const patience = 10_000;
const longestPause = 60_000;

/** Reads the page, tells the background, keeps the dock; until `signal` aborts or the extension goes away. */
export function watchPage(page: Window & typeof globalThis, runtime: PageRuntime, signal: AbortSignal): void {
  const { document, location } = page;
  if (page.top !== page || isUntouched(location.hostname)) return;
  const end = new AbortController();
  const life = AbortSignal.any([signal, end.signal]);
  let dock: Dock | null = null;
  let reading = new AbortController();
  /** By the word of the background, which knows who lifted or forbade what. */
  let look = false;
  /** Somebody showed how this site is read. */
  let isTaught = false;
  let lastRead = 0;
  let lastSeen = '';
  let rest = pause;
  let changedAt = 0;
  let due = 0;
  let timer = 0;

  const send = async (message: FromTab): Promise<TabSettings | null> => {
    // An updated extension takes its id away from the scripts it left behind in open pages.
    if (!runtime.id) end.abort();
    if (life.aborted) return null;
    try {
      const settings = ((await runtime.sendMessage(message)) as TabSettings | undefined) ?? null;
      if (settings) {
        look = settings.look === true;
        isTaught = (settings.recipes ?? []).length > 0;
      }
      return settings;
    } catch (error) {
      // Nobody listened, or the extension went away meanwhile: silence is all that is right in a stranger's page.
      if (!(error instanceof Error)) throw error;
      if (!runtime.id) end.abort();
      return null;
    }
  };

  const showDock = (): Dock => {
    dock ??= makeDock({ title: 'Sidebook', signal: life, summon }, document);
    dock.hide(false);
    return dock;
  };
  const summon = (): HTMLElement => {
    const { element, nonce } = makeFrame(
      { getURL: () => runtime.getURL('/sidebar.html'), title: 'Sidebook' },
      document,
    );
    void send({ type: 'frame', nonce });
    watchShown(element, () => void send({ type: 'doubt' }), life);
    return element;
  };

  /** Reads the page; brings the reader first where it is not here yet. Null where that cannot be. */
  const read = async (): Promise<PageScreen | null> => {
    reading.abort();
    reading = new AbortController();
    lastRead = performance.now();
    if (!readerHere()) await send({ type: 'read-me' });
    const { signal: mine } = reading;
    try {
      return (await readerHere()?.(AbortSignal.any([life, mine]))) ?? null;
    } catch (error) {
      if (mine.aborted || life.aborted) return null;
      throw error;
    }
  };
  const readAndTell = async (): Promise<void> => {
    if (plain(document).visibilityState !== 'visible' || isPasswordFocused(document) || !look) return;
    const worth = isTaught || mayHold(document, location.hostname);
    if (worth && !readerHere()) {
      // The reader reads and tells when it is brought.
      lastRead = performance.now();
      await send({ type: 'read-me' });
      return;
    }
    const screen = worth ? await read() : plainScreen(page, true);
    if (!screen) return;
    const seen = JSON.stringify(screen);
    rest = seen === lastSeen ? Math.min(rest * 2, longestPause) : pause;
    lastSeen = seen;
    const settings = await send({ type: 'page', screen });
    show(settings);
  };
  const show = (settings: TabSettings | null): void => {
    if (settings?.paired && look) showDock();
    else dock?.hide(true);
  };
  /** Asks how it stands, at the start and whenever something of it changed. */
  const learn = async (): Promise<void> => {
    show(await send({ type: 'wake' }));
    await readAndTell();
  };
  const readLater = (): void => {
    const now = performance.now();
    changedAt ||= now;
    const next = Math.max(Math.min(now + debounce, changedAt + patience), lastRead + rest);
    // A storm of changes sets no storm of timers.
    if (timer && Math.abs(next - due) < debounce / 4) return;
    clearTimeout(timer);
    due = next;
    timer = page.setTimeout(() => {
      timer = 0;
      changedAt = 0;
      void readAndTell();
    }, next - now);
  };

  const listener: Listener = (message, sender, respond) => {
    if (sender.id !== runtime.id) return;
    const { type, ...rest } = message as ToTab;
    if (type === 'toggle') {
      const { open } = rest as { open: boolean | null };
      const place = showDock();
      place.open(open ?? !place.isOpen());
      respond({ ok: true });
      return;
    }
    if (type === 'settings') {
      void learn();
      respond({ ok: true });
      return;
    }
    if (type !== 'read-page') return;
    read().then(
      (screen) => respond(screen ? { screen } : { error: 'page.unreadable' }),
      () => respond({ error: 'page.unreadable' }),
    );
    return true;
  };

  runtime.onMessage.addListener(listener);
  const memory = makeMemory();
  const observer = new MutationObserver((changes) => {
    noteChanges(memory, changes);
    if (!changes.every(isOurs)) readLater();
  });
  const observe = (): void => {
    const root = plain(document).documentElement;
    if (life.aborted || !root) return;
    const attributeFilter = ['href', 'hidden', 'content', 'itemtype', 'typeof'];
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter });
    // From here on it is known what changed; a reading before was whole.
    keepMemory(memory);
  };
  // While a password is typed the page is its own: nothing is read, nothing of ours is seen.
  plain(document).addEventListener('focusin', () => isPasswordFocused(document) && dock?.hide(true), {
    signal: life,
  });
  plain(document).addEventListener('visibilitychange', readLater, { signal: life });
  life.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      keepMemory(undefined);
      clearTimeout(timer);
      runtime.onMessage.removeListener(listener);
    },
    { once: true },
  );
  void learn().then(observe);
}
