import { browser } from 'wxt/browser';
import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import { idFrom } from '../../shared/kit/id.ts';
import type { CallName, Calls, FromBackground } from './calls.ts';
import type { Client } from './client.ts';
import type { SidebarState } from './state.ts';

type Waiting = {
  call: CallName;
  input: unknown;
  /** The workspace on the screen when it was asked. */
  place: string | null;
  tries: number;
  resolve(answer: unknown): void;
  reject(cause: unknown): void;
};

/** What must not be done twice: a code pairs once, and a greeting belongs to its port. All else is asked again. */
const onlyOnce: ReadonlySet<CallName> = new Set(['hello', 'pair', 'takeOffer']);
/** A call that worker after worker dies over is given up. */
const tries = 3;
type Focus = Extract<FromBackground, { focus: unknown }>['focus'];

/** Every 15 s: what keeps the worker awake while a sidebar is open. */
const pingMs = 15_000;
const retryMs = 250;

/** An updated extension leaves this page orphaned: then there is nobody to connect to any more. */
const isOrphaned = (): boolean => !browser.runtime?.id;
const lost = () => new CodedError('server.unexpected', 'worker');

/** What makes a row gets the row's id here, so that a repeat finds what the first try made. */
const makers: ReadonlySet<CallName> = new Set(['note', 'call', 'addDeal', 'addContact']);
const withId = <T>(name: CallName, input: T): T =>
  makers.has(name) ? { ...input, id: idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10))) } : input;

/**
 * A client over a port to the background. The worker may die at any moment: the port is then opened again and says
 * hello anew, and what was under way is asked again. What makes a row carries that row's id, so that twice is once.
 */
export function connect(): Client {
  const nonce = location.hash.slice(1) || null;
  const framed = window.top !== window;
  const states = new Set<(state: SidebarState) => void>();
  const focuses = new Set<(what: Focus) => void>();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let latest: SidebarState | null = null;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;
  let tabId: number | null = null;
  /** This port's hello; null where none was said or it failed. */
  let greeted: Promise<SidebarState> | null = null;

  const tellState = (state: SidebarState) => {
    latest = state;
    for (const listener of states) listener(state);
  };

  function open(): NonNullable<typeof port> {
    if (port) return port;
    const opened = browser.runtime.connect({ name: 'sidebar' });
    port = opened;
    opened.onMessage.addListener((message: unknown) => take(message as FromBackground));
    opened.onDisconnect.addListener(() => {
      port = null;
      greeted = null;
      const unanswered = [...waiting.values()];
      waiting.clear();
      const mayRepeat = (each: Waiting) => !isOrphaned() && !onlyOnce.has(each.call) && each.tries < tries;
      const again = unanswered.filter(mayRepeat);
      for (const call of unanswered) if (!again.includes(call)) call.reject(lost());
      if (isOrphaned()) stop();
      else setTimeout(() => repeat(again), retryMs);
    });
    return opened;
  }

  function repeat(calls: Waiting[]): void {
    // The update may have come while we waited.
    if (isOrphaned()) {
      for (const call of calls) call.reject(lost());
      stop();
      return;
    }
    (greeted ?? greet()).then(
      () => {
        for (const call of calls) send(call);
      },
      (cause: unknown) => {
        // Refused for good, or this worker died over the greeting.
        const again = calls.filter((call) => call.tries < tries);
        for (const call of calls) if (!again.includes(call)) call.reject(cause);
        const tried = again.map((call) => ({ ...call, tries: call.tries + 1 }));
        if (tried.length > 0) setTimeout(() => repeat(tried), retryMs);
      },
    );
  }

  function take(message: FromBackground): void {
    if ('state' in message) {
      tellState(message.state);
      return;
    }
    if ('focus' in message) {
      for (const listener of focuses) listener(message.focus);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (!call) return;
    if ('error' in message) {
      const { code, detail } = message.error;
      call.reject(new CodedError(isErrorCode(code) ? code : 'server.unexpected', detail ?? undefined));
    } else call.resolve(message.answer);
  }

  const ask = <N extends CallName>(
    name: N,
    input: Calls[N]['in'],
    place: string | null,
  ): Promise<Calls[N]['out']> =>
    new Promise((resolve, reject) => {
      send({ call: name, input, place, tries: 0, resolve: resolve as (answer: unknown) => void, reject });
    });

  function send(call: Waiting): void {
    const id = ++last;
    const to = open();
    waiting.set(id, { ...call, tries: call.tries + 1 });
    to.postMessage({ id, call: call.call, input: call.input, place: call.place });
  }

  /** The side panel belongs to no tab: it shows the one in front. */
  async function frontTab(): Promise<number | null> {
    if (framed || (await browser.tabs.getCurrent())) return null;
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front?.id ?? null;
  }

  async function hello(): Promise<SidebarState> {
    tabId = framed ? null : await frontTab();
    const state = await ask('hello', { nonce, tabId }, null);
    tellState(state);
    return state;
  }
  function greet(): Promise<SidebarState> {
    const mine = hello();
    greeted = mine;
    mine.catch(() => {
      if (greeted === mine) greeted = null;
    });
    return mine;
  }

  if (!framed)
    browser.tabs.onActivated.addListener(() => {
      if (tabId !== null) greet().catch(() => undefined); // the next call greets again, and tells
    });
  const pinging = setInterval(() => port?.postMessage({ ping: true }), pingMs);
  const stop = () => clearInterval(pinging);

  return {
    call: async (name, input) => {
      if (name === 'hello') return (await greet()) as never;
      if (isOrphaned()) throw lost();
      const named = withId(name, input);
      const place = latest?.place ?? null;
      // Every new port begins with a hello, and nothing may overtake it: to the worker a page is nobody until then.
      await (greeted ?? greet());
      return ask(name, named, place ?? latest?.place ?? null);
    },
    onState: (listener) => {
      states.add(listener);
      if (latest) listener(latest);
      return () => states.delete(listener);
    },
    onFocus: (listener) => {
      focuses.add(listener);
      return () => focuses.delete(listener);
    },
  };
}
