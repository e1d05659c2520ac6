import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import { idFrom } from '../../shared/kit/id.ts';
import type { CallName, Calls, FromBackground, ToBackground } from './calls.ts';
import type { Client } from './client.ts';
import type { SidebarState } from './state.ts';

/** A page's end of a port to the background. */
export type PagePort = {
  postMessage(message: ToBackground): void;
  onMessage(listener: (message: FromBackground) => void): void;
  onDisconnect(listener: () => void): void;
};

/** How a page comes to its background: by the browser's own ports, or in the app that a server serves by a channel. */
export type Way = {
  open(): PagePort;
  /** There is nobody to connect to any more. */
  isOver(): boolean;
  /** As whom the page says hello; asked anew each time. */
  self(): Promise<Calls['hello']['in']>;
};

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

/** Every 15 s: what keeps the worker awake while a page is open. */
const pingMs = 15_000;
const retryMs = 250;

const lost = () => new CodedError('server.unexpected', 'worker');

/** What makes a row gets the row's id here, so that a repeat finds what the first try made. */
const makers: ReadonlySet<CallName> = new Set(['note', 'call', 'addDeal', 'addContact']);
const withId = <T>(name: CallName, input: T): T =>
  makers.has(name) ? { ...input, id: idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10))) } : input;

/**
 * A client over ports to the background. The worker may die at any moment: the port is then opened again and says
 * hello anew, and what was under way is asked again. What makes a row carries that row's id, so that twice is once.
 */
export function clientOver(way: Way): Client & { greetAgain(): void } {
  const states = new Set<(state: SidebarState) => void>();
  const focuses = new Set<(what: Focus) => void>();
  const doubts = new Set<() => void>();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let latest: SidebarState | null = null;
  let port: PagePort | null = null;
  /** This port's hello; null where none was said or it failed. */
  let greeted: Promise<SidebarState> | null = null;

  const tellState = (state: SidebarState) => {
    latest = state;
    for (const listener of states) listener(state);
  };

  function open(): PagePort {
    if (port) return port;
    const opened = way.open();
    port = opened;
    opened.onMessage(take);
    opened.onDisconnect(() => {
      port = null;
      greeted = null;
      const unanswered = [...waiting.values()];
      waiting.clear();
      const mayRepeat = (each: Waiting) => !way.isOver() && !onlyOnce.has(each.call) && each.tries < tries;
      const again = unanswered.filter(mayRepeat);
      for (const call of unanswered) if (!again.includes(call)) call.reject(lost());
      if (way.isOver()) stop();
      else setTimeout(() => repeat(again), retryMs);
    });
    return opened;
  }

  function repeat(calls: Waiting[]): void {
    // The update may have come while we waited.
    if (way.isOver()) {
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
    if ('doubt' in message) {
      for (const listener of doubts) listener();
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
    to.postMessage({ id, call: call.call, input: call.input, place: call.place } as ToBackground);
  }

  async function hello(): Promise<SidebarState> {
    const state = await ask('hello', await way.self(), null);
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

  const pinging = setInterval(() => port?.postMessage({ ping: true }), pingMs);
  const stop = () => clearInterval(pinging);

  return {
    // The next call greets again where this fails, and tells.
    greetAgain: () => void greet().catch(() => undefined),
    call: async (name, input) => {
      if (name === 'hello') return (await greet()) as never;
      if (way.isOver()) throw lost();
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
    onDoubt(listener) {
      doubts.add(listener);
      return () => doubts.delete(listener);
    },
    onFocus: (listener) => {
      focuses.add(listener);
      return () => focuses.delete(listener);
    },
  };
}
