import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Input, Verb } from '../../../shared/sync/mutation.ts';
import type { CallName, Calls, HistoryNoun } from '../../messages/calls.ts';
import type { Client } from '../../messages/client.ts';
import type { Locale, SidebarState } from '../../messages/state.ts';
import { dayOf } from '../../ui/day.ts';
import { Toasts } from '../../ui/Toaster.tsx';
import type { Guard } from '../guard/guard.ts';
import { ownGuard } from '../guard/ownGuard.ts';
import { type Answers, keepAnswers } from './answers.ts';
import { browserLocale } from './browserLocale.ts';
import { errorText } from './errorText.ts';
import { asRefusal, type Outcome } from './outcome.ts';
import { screenKey } from './screenKey.ts';

/** What was opened from the search or from a link, on top of what the screen shows. */
export type Card =
  | { noun: 'contact' | 'company' | 'deal'; id: Id }
  | { noun: 'new-contact'; name: string }
  | { noun: 'keys' }
  | { noun: 'level' }
  | { noun: 'inbox' }
  | { noun: 'connect' }
  | { noun: 'parked' }
  | { noun: 'moves'; id: Id; name: string }
  | { noun: 'history'; of: HistoryNoun; id: Id; name: string };

/** Everything that views share. The only way to change data is `change`, which needs the event that asked for it. */
export type Session = {
  readonly client: Client;
  readonly state: ReadonlySignal<SidebarState | null>;
  /** Why the background would not greet us. `frame.unknown`: a copy of this page that no script of ours made. */
  readonly turnedAway: ReadonlySignal<ErrorCode | null>;
  readonly locale: ReadonlySignal<Locale>;
  /** Ticks each half minute, so that relative times stay true. */
  readonly now: ReadonlySignal<number>;
  readonly today: ReadonlySignal<string>;
  /** The zone of this browser's clock. */
  readonly zone: string;
  readonly cards: Signal<Card[]>;
  readonly toasts: Toasts;
  readonly guard: Guard;
  /** False in a frame whose visibility cannot be known, and for a member who may only read. */
  readonly canChange: ReadonlySignal<boolean>;
  readonly answers: Answers;
  /** Rises when a note is asked for from outside, which may have left a draft. */
  readonly noteAsked: Signal<number>;
  /** Rises with every answer, for what is told from answers without asking. */
  readonly learned: Signal<number>;
  /** Leads to the browser's side panel, where there is one. */
  readonly openPanel: (() => void) | null;
  readonly recordHref: RecordHref | null;
  /** Whether the command palette is open; `task`: for a new task at once. */
  readonly palette: Signal<boolean | 'task'>;
  /** Leads to a full page by its path, e.g. `/board`; `/settings` stands for the settings. */
  go(path: string): void;
  open(card: Card): void;
  back(): void;
  /** Asks for what changes no data and has no answer worth waiting for; a refusal is told in a toast. */
  ask<N extends CallName>(name: N, input: Calls[N]['in']): void;
  /** Runs a change if the event is a real one in a visible panel; a refusal is told in a toast unless `quiet`. */
  change<T>(event: Event, run: () => Promise<T>, quiet?: boolean): Promise<Outcome<T>>;
  /** Several changes at once: all or none. */
  actAll(event: Event, changes: Calls['actAll']['in']['changes']): Promise<Outcome<unknown>>;
  act<V extends Verb>(event: Event, verb: V, input: Input<V>, quiet?: boolean): Promise<Outcome<unknown>>;
};

/** An answer belongs to the workspace that was asked. */
export const answerKey = (place: string | null, name: string, input: unknown): string =>
  `${place} ${name} ${JSON.stringify(input)}`;

type RecordHref = (noun: HistoryNoun, id: Id) => string;
export type SessionOptions = {
  openPanel?: (() => void) | null;
  /** For a page that may be framed: `makeGuard`. */
  guard?: Guard | undefined;
  now?: () => number;
  /** Shows a card elsewhere, as a full page does; false: it is stacked here. */
  open?: (card: Card) => boolean;
  /** Address of a record's full page, where it is another one than this. */
  recordHref?: RecordHref | null;
  /** Goes to a full page, where this is one; else it opens in a tab of its own. */
  go?: (path: string) => void;
};

const openPage = (path: string): void =>
  void window.open(path === '/settings' ? 'options.html' : `app.html#${path}`, '_blank', 'noreferrer');

/** Lives as long as the page: one port, one clock. */
export function makeSession(
  client: Client,
  {
    openPanel = null,
    guard = ownGuard(),
    now: clock = Date.now,
    open = () => false,
    recordHref = null,
    go = openPage,
  }: SessionOptions = {},
): Session {
  const state = signal<SidebarState | null>(null);
  const turnedAway = signal<ErrorCode | null>(null);
  const now = signal(clock());
  // Asking is dear, and nobody travels between two ticks.
  const zone = computed(() => {
    void now.value;
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  });
  const cards = signal<Card[]>([]);
  const toasts = new Toasts();
  const answers = keepAnswers();
  setInterval(() => {
    now.value = clock();
  }, 30_000);

  client.onState((next) => {
    const before = state.peek();
    guard.frame(next.framed);
    if (before && before.place !== next.place) {
      // Nothing of one workspace is seen, or undone, in another.
      answers.clear();
      cards.value = [];
      toasts.close();
    }
    if (next.view)
      answers.set(answerKey(next.place, 'person', { contactId: next.view.contact.id }), next.view);
    // A new screen speaks for itself: cards opened on top of the old one are done with.
    if (before && screenKey(before) !== screenKey(next)) cards.value = [];
    now.value = clock();
    state.value = next;
  });

  client.call('hello', { nonce: null, tabId: null }).catch((error: unknown) => {
    turnedAway.value = asRefusal(error).code;
  });

  const change: Session['change'] = async (event, run, quiet) => {
    if (!guard.allows(event)) {
      guard.refuse(event, toasts, openPanel);
      return { ok: false, code: 'frame.unknown', detail: null };
    }
    const place = state.peek()?.place;
    try {
      const value = await run();
      // Another workspace is shown by now: what would be said, or undone, is not of this one.
      if (place && state.peek()?.place !== place) return { ok: false, code: 'unpaired', detail: null };
      return { ok: true, value };
    } catch (error) {
      const refusal = asRefusal(error);
      if (!quiet) toasts.show({ tone: 'danger', text: errorText(refusal.code) });
      return { ok: false, ...refusal };
    }
  };
  return {
    client,
    state,
    turnedAway,
    locale: computed(() => state.value?.locale ?? browserLocale()),
    now,
    today: computed(() => dayOf(now.value)),
    get zone() {
      return zone.value;
    },
    cards,
    toasts,
    guard,
    canChange: computed(() => guard.level.value !== 'blind' && state.value?.readOnly !== true),
    answers,
    noteAsked: signal(0),
    learned: signal(0),
    openPanel,
    recordHref,
    palette: signal<boolean | 'task'>(false),
    go,
    open(card) {
      if (!open(card)) cards.value = [...cards.value, card];
    },
    back() {
      cards.value = cards.value.slice(0, -1);
    },
    ask(name, input) {
      client.call(name, input).catch((error: unknown) => {
        toasts.show({ tone: 'danger', text: errorText(asRefusal(error).code) });
      });
    },
    change,
    actAll: (event, changes) => change(event, () => client.call('actAll', { changes })),
    act: (event, verb, input, quiet) =>
      change(
        event,
        // Verb and input belong together by this function's own signature; a union of pairs cannot say so.
        () => client.call('act', { verb, input } as unknown as Calls['act']['in']),
        quiet,
      ),
  };
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a view stands outside the sidebar');
  return session;
}
