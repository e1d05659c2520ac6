import * as m from '../../../shared/i18n/compiled/messages.js';
import { makeFrame } from '../../dock/frame.ts';
import { watchShown } from '../../dock/shown.ts';
import type { PlacesState } from '../../messages/places.ts';
import type { FromTabAnswer, TabSettings, ToTab } from '../../messages/tab.ts';
import type { Line, Runtime } from '../run.ts';
import type { MailSurface } from '../surface.ts';
import { watchChords } from './chords.ts';
import type { MailPlaces, PlacesHost } from './host.ts';

/** The mailbox's own suggestions wait for ours, which are asked for while its answer is on its way; no longer than this. */
const SUGGEST_WITHIN_MS = 250;
/** Each of what is asked for may be done twice. */
const TRIES = 3;

const isToTab = (message: unknown): message is ToTab =>
  typeof message === 'object' && message !== null && 'type' in message;

/** Our signs and pages in one mailbox's tab: between the level that can put them there and the background. */
export function startPlaces(document: Document, line: Line, runtime: Runtime, signal: AbortSignal) {
  let places: MailPlaces | null = null;
  let said: PlacesState | null = null;
  let toggle = (): void => undefined;
  let ready = false;
  /** Of the page of ours that was gone to last. */
  let visit = new AbortController();
  // Read at once: a mailbox may put its own place of rest there, as it does not know this one.
  const landed = /^#sidebook(\/.+)$/.exec(document.location.hash)?.[1] ?? null;
  const host: PlacesHost = {
    ask: (ask) => void line.send({ type: 'place', ask }, TRIES),
    landed,
    pointed: (email) => void line.send({ type: 'pointed', email }),
    frame: async (path) => {
      const source = { getURL: (page: string) => runtime.getURL(page), title: m.gmail_panel_title() };
      const { element, nonce } = makeFrame(source, document, path);
      visit.abort();
      visit = new AbortController();
      watchShown(element, () => void line.send({ type: 'doubt' }), AbortSignal.any([signal, visit.signal]));
      const known: TabSettings | null = await line.send({ type: 'frame', nonce, route: true });
      return known && !signal.aborted ? element : null;
    },
    suggest: async (query) => {
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SUGGEST_WITHIN_MS));
      return (await Promise.race([line.send({ type: 'suggest', query }), late]))?.suggestions ?? [];
    },
  };
  const begin = (): void => {
    if (!places || !ready || signal.aborted) return;
    places.begin(host);
    if (said) places.say(said);
  };

  const answer = (
    message: unknown,
    sender: { id?: string },
    respond: (answer: FromTabAnswer) => void,
  ): undefined => {
    if (signal.aborted || sender.id !== runtime.id || !isToTab(message)) return;
    if (message.type === 'places') {
      said = message.places;
      places?.say(said);
      respond({ ok: true });
    }
    // Unanswered, the background opens a tab instead.
    if (message.type === 'go' && places?.go(message.path)) respond({ ok: true });
  };
  runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(answer), { once: true });
  // The panel comes and goes without asking anybody: no worker has to wake for it.
  watchChords(document, (ask) => (ask === 'toggle' ? toggle() : host.ask(ask)), signal);
  return {
    /** Once the language is known. */
    settings: (now: TabSettings | null): void => {
      if (ready || !now) return;
      ready = true;
      begin();
    },
    know: (surface: Pick<MailSurface, 'places' | 'toggle'>): void => {
      places = surface.places ?? null;
      toggle = () => surface.toggle();
      begin();
    },
  };
}
