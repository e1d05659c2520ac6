import { type MailFunction, stateOf, waysOf } from './functions.ts';

/** How one way of reading the mailbox fared; names of ours, never anything that was read. */
export type Probe = { name: string; ok: number; failed: number };

/** Why a way failed: it found nothing, or it threw. */
export type ProbeEnd = 'ok' | 'not-found' | 'threw';

/** How a function of the mailbox stands: by its first way, by another, or not at all. */
export type FunctionHealth = {
  name: MailFunction;
  state: 'works' | 'otherwise' | 'missing';
  /** Of what does not work as it should. */
  why: Exclude<ProbeEnd, 'ok'> | null;
};

/** What the mailbox's page is, where that decides what can work; words of ours. */
export type MailLayout = {
  nav: 'classic' | 'app' | 'unknown';
  pane: 'none' | 'right' | 'below';
  conversations: boolean;
  /** How many pixels wide the page is: under 800 Gmail's own column is narrow. */
  narrow: boolean;
  /** Somebody else's mailbox, by delegation. */
  delegated: boolean;
  /** A conversation in a window of its own. */
  popOut: boolean;
};

/** A content-free line about the mailbox's page, that a user can paste into an issue. */
export type MailHealth = {
  level: 'inboxsdk' | 'dom';
  /** InboxSDK's version; null where it is not part of this build. */
  sdk: string | null;
  /** Why InboxSDK is not in use, or null. `loading`: it may still come. */
  without: 'loading' | 'timeout' | 'failed' | 'not-built' | null;
  place: string | null;
  layout: MailLayout;
  /** Language of the mailbox's own interface, e.g. `en`. */
  language: string | null;
  functions: FunctionHealth[];
  probes: Probe[];
};

/** Counts what worked and what did not, and turns a throwing reader of somebody else's page into an absence. */
export type Probes = {
  /** The value, or null where reading threw or found nothing. */
  attempt<T>(name: string, read: () => T | null | undefined): T | null;
  note(name: string, worked: boolean): void;
  /** What was found before says nothing about what is shown now. */
  forget(...names: string[]): void;
  all(): Probe[];
  /** Every function of which something is known by now. */
  functions(): FunctionHealth[];
  /** Called when a function comes to stand otherwise than before. */
  onChange(listener: () => void): void;
};

export function makeProbes(): Probes {
  const probes = new Map<string, Probe & { last: ProbeEnd | null }>();
  const listeners = new Set<() => void>();
  let told = '';
  const functions = (): FunctionHealth[] =>
    waysOf.flatMap(({ name, ways }) => {
      const state = stateOf(ways.map((way) => probes.get(way)?.last ?? null));
      return state ? [{ name, ...state }] : [];
    });
  const count = (name: string, end: ProbeEnd) => {
    const probe = probes.get(name) ?? { name, ok: 0, failed: 0, last: end };
    if (end === 'ok') probe.ok += 1;
    else probe.failed += 1;
    const same = probes.has(name) && probe.last === end;
    probe.last = end;
    probes.set(name, probe);
    if (!same) changed();
  };
  const changed = () => {
    const now = JSON.stringify(functions());
    if (now === told) return;
    told = now;
    for (const listener of listeners) listener();
  };
  return {
    forget(...names) {
      for (const name of names) {
        const probe = probes.get(name);
        if (probe) probe.last = null;
      }
      changed();
    },
    note: (name, worked) => count(name, worked ? 'ok' : 'not-found'),
    all: () => [...probes.values()].map(({ name, ok, failed }) => ({ name, ok, failed })),
    functions,
    onChange: (listener) => void listeners.add(listener),
    attempt(name, read) {
      let value = null;
      let end: ProbeEnd = 'ok';
      try {
        value = read() ?? null;
        if (value === null) end = 'not-found';
      } catch {
        // Gmail renamed something under InboxSDK: counted, and the next way of reading is asked.
        end = 'threw';
      }
      count(name, end);
      return value;
    },
  };
}
