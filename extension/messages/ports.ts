import { CodedError } from '../../shared/kit/error.ts';
import type { Change } from '../mirror/change.ts';
import { type Looking, newLooking } from '../mirror/looking.ts';
import type { CheckedCall, Refused } from './call-schema.ts';
import type { CallName, FromBackground } from './calls.ts';
import type { Sessions } from './screen/session.ts';
import { type SenderLike, senderOf } from './sender.ts';
import type { SidebarState } from './state.ts';

export type PortLike = {
  name: string;
  sender?: SenderLike | undefined;
  postMessage(message: FromBackground): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
};
type Asker = { tabId: number | null; framed: boolean };
type Focus = Extract<FromBackground, { focus: unknown }>['focus'];
export type PortParts = {
  self: { id: string; origin: string };
  sessions: Sessions;
  /** @param looking what is read for the answer is read through it */
  answer(
    call: CallName,
    input: never,
    asker: Asker,
    place: string | null,
    looking: Looking,
  ): Promise<unknown>;
  /** What came, if it has the shape of a call. */
  checked(message: unknown): CheckedCall | Refused | Promise<CheckedCall | Refused>;
  show(asker: Asker, looking: Looking): Promise<SidebarState>;
  /** Called on every ping and hello: somebody is looking. */
  looked(tabId: number | null): void;
  /** How long a frame may be faster than the message that announces it. */
  patienceMs?: number;
};
type Connected = {
  port: PortLike;
  asker: Asker;
  /** It is the panel of its tab, or a page of ours in one; not a page within a mailbox. */
  panel: boolean;
  /** The tab that it stands in; the browser's side panel stands in none. */
  seat: number | null;
  /** What the state was made of, and what was asked for beside it since the rows last changed. */
  looking: Looking;
  beside: Looking;
  version: number | null;
  dirty: boolean;
  drawing: boolean;
};

/** The sidebars and pages of ours that are open, each with what it may see. */
export function openPorts({ self, sessions, answer, checked, show, looked, patienceMs = 2_000 }: PortParts) {
  const open = new Set<Connected>();
  const asked = new Map<number, Focus>();

  /** A frame is known by the one-time nonce that our content script registered for this very tab. */
  async function admit(
    tabId: number,
    documentId: string,
    nonce: string | null,
  ): Promise<'panel' | 'route' | null> {
    for (const until = Date.now() + patienceMs; nonce; ) {
      const { frame, routes = [] } = sessions.get(tabId);
      const known = { nonce, document: documentId };
      const isOurs = (one: { document: string | null }) =>
        one.document === null || one.document === documentId;
      if (frame?.nonce === nonce) {
        if (!isOurs(frame)) return null;
        sessions.change(tabId, { frame: known });
        return 'panel';
      }
      const route = routes.find((one) => one.nonce === nonce);
      if (route) {
        if (!isOurs(route)) return null;
        sessions.change(tabId, { routes: routes.map((one) => (one === route ? known : one)) });
        return 'route';
      }
      if (Date.now() >= until) return null;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return null;
  }

  async function draw(connected: Connected): Promise<void> {
    connected.dirty = true;
    if (connected.drawing) return;
    connected.drawing = true;
    try {
      while (connected.dirty && open.has(connected)) {
        connected.dirty = false;
        connected.looking = newLooking();
        const state = await show(connected.asker, connected.looking);
        // What stands open beside the state is asked for anew when rows have changed, and only then.
        if (state.version !== connected.version) connected.beside = newLooking();
        connected.version = state.version;
        connected.port.postMessage({ state });
      }
    } finally {
      connected.drawing = false;
    }
  }

  function connect(port: PortLike): void {
    const sender = port.name === 'sidebar' && port.sender ? senderOf(port.sender, self) : null;
    if (!sender || sender.kind === 'content') {
      port.disconnect();
      return;
    }
    const framed = sender.kind === 'frame';
    let connected: Connected | null = null;
    let gone = false;
    const send = (message: FromBackground) => {
      if (!gone) port.postMessage(message);
    };
    const fail = (id: number, cause: unknown) => {
      const coded = cause instanceof CodedError ? cause : new CodedError('server.unexpected', 'worker');
      send({ id, error: { code: coded.code, detail: coded.detail ?? null } });
      if (!(cause instanceof CodedError)) reportError(cause);
    };

    async function hello(nonce: string | null, tabId: number | null): Promise<Connected> {
      const admitted = framed
        ? await admit(sender?.tabId ?? -1, sender?.kind === 'frame' ? sender.documentId : '', nonce)
        : 'panel';
      if (!admitted) throw new CodedError('frame.unknown');
      const asker: Asker = { tabId: framed ? (sender?.tabId ?? null) : tabId, framed };
      if (connected) connected.asker = asker;
      else
        connected = {
          ...{
            port,
            asker,
            panel: admitted === 'panel',
            seat: sender?.tabId ?? null,
            looking: newLooking(),
            beside: newLooking(),
          },
          ...{ version: null, dirty: false, drawing: false },
        };
      if (!gone) open.add(connected);
      return connected;
    }

    port.onDisconnect.addListener(() => {
      gone = true;
      if (connected) open.delete(connected);
    });
    port.onMessage.addListener((message) => {
      if (typeof message === 'object' && message !== null && 'ping' in message)
        return looked(connected?.asker.tabId ?? null);
      void (async () => {
        // Without a pause where the answer is at hand: what came first is answered first.
        const checking = checked(message);
        const call = checking instanceof Promise ? await checking : checking;
        if ('refused' in call) {
          if (call.id !== null) fail(call.id, new CodedError('input.invalid', call.refused));
          return;
        }
        try {
          if (call.call === 'hello') {
            const greeted = await hello(call.input.nonce, call.input.tabId);
            const { asker, looking } = greeted;
            const state = await show(asker, looking);
            greeted.version = state.version;
            send({ id: call.id, answer: state });
            const focus = asker.tabId === null ? undefined : asked.get(asker.tabId);
            if (focus && asker.tabId !== null) {
              asked.delete(asker.tabId);
              send({ focus });
            }
            looked(asker.tabId);
          } else {
            // Before its hello was accepted a page of ours is nobody.
            if (!connected) throw new CodedError('frame.unknown');
            const given = call.input as never;
            const { asker, beside } = connected;
            send({ id: call.id, answer: await answer(call.call, given, asker, call.place, beside) });
          }
        } catch (cause) {
          fail(call.id, cause);
        }
      })().catch(reportError);
    });
  }

  return {
    connect,
    /** Draws every open sidebar again, or those of one tab. */
    redraw: (tabId?: number): void => {
      for (const connected of open)
        if (tabId === undefined || connected.asker.tabId === tabId) draw(connected).catch(reportError);
    },
    /** Draws those again that show what a commit changed. */
    changed: (change: Change): void => {
      // Every sidebar says what waits.
      for (const connected of open)
        if (
          change.others.has('outbox') ||
          connected.looking.isStale(change) ||
          connected.beside.isStale(change)
        )
          draw(connected).catch(reportError);
    },
    /** Asks the tab's sidebar for something; one that is just opening is asked when it says hello. */
    focus: (tabId: number, what: Focus): void => {
      const there = [...open].filter(
        ({ asker, panel, seat }) => panel && (asker.tabId === tabId || seat === tabId),
      );
      if (there.length === 0) asked.set(tabId, what);
      for (const { port } of there) port.postMessage({ focus: what });
    },
    /** Tells the frame in the tab's page that what is clicked in it is doubtful. */
    doubt: (tabId: number): void => {
      for (const { port, asker } of open)
        if (asker.framed && asker.tabId === tabId) port.postMessage({ doubt: true });
    },
    isOpen: (tabId: number): boolean => [...open].some((connected) => connected.asker.tabId === tabId),
    get count(): number {
      return open.size;
    },
  };
}
