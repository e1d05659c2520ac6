import { browser } from 'wxt/browser';
import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import type { CallName, Calls, FromBackground } from './calls.ts';
import type { Client } from './client.ts';
import type { SidebarState } from './state.ts';

type Waiting = {
  call: CallName;
  input: unknown;
  resolve(answer: unknown): void;
  reject(cause: unknown): void;
};

/** Questions that change nothing: asked again by themselves when the worker died over them. */
const questions: ReadonlySet<CallName> = new Set([
  'person',
  'company',
  'deal',
  'today',
  'search',
  'draft',
  'ledger',
  'health',
]);
type Focus = Extract<FromBackground, { focus: unknown }>['focus'];

/** Every 15 s: what keeps the worker awake while a sidebar is open. */
const pingMs = 15_000;
const retryMs = 250;

/**
 * A client over a port to the background. The worker may die at any moment: the port is then opened again and
 * says hello anew; calls that were under way reject, so that nobody believes an answer that never came.
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
      // An updated extension leaves this page orphaned: then there is nobody to connect to any more.
      const orphaned = !browser.runtime?.id;
      const unanswered = [...waiting.values()];
      waiting.clear();
      const again = unanswered.filter(({ call }) => !orphaned && questions.has(call));
      for (const call of unanswered)
        if (!again.includes(call)) call.reject(new CodedError('server.unexpected', 'worker'));
      if (orphaned) return;
      setTimeout(() => {
        greet().then(
          () => {
            for (const call of again) ask(call.call, call.input as never).then(call.resolve, call.reject);
          },
          (cause: unknown) => {
            for (const call of again) call.reject(cause);
          },
        );
      }, retryMs);
    });
    return opened;
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

  const ask = <N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { call: name, input, resolve: resolve as (answer: unknown) => void, reject });
      open().postMessage({ id, call: name, input });
    });

  /** The side panel belongs to no tab: it shows the one in front. */
  async function frontTab(): Promise<number | null> {
    if (framed || (await browser.tabs.getCurrent())) return null;
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front?.id ?? null;
  }

  async function greet(): Promise<SidebarState> {
    tabId = framed ? null : await frontTab();
    const state = await ask('hello', { nonce, tabId });
    tellState(state);
    return state;
  }

  if (!framed)
    browser.tabs.onActivated.addListener(() => {
      if (tabId !== null) void greet();
    });
  setInterval(() => port?.postMessage({ ping: true }), pingMs);

  return {
    call: async (name, input) => {
      if (name === 'hello') return (await greet()) as never;
      // A worker that has just woken knows no frame yet: every new port begins with a hello.
      if (!port) await greet();
      return ask(name, input);
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
