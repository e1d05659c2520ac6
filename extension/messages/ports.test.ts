import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Change, newChange } from '../mirror/change.ts';
import type { Looking } from '../mirror/looking.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { checkedCall } from './call-schema.ts';
import type { FromBackground } from './calls.ts';
import { openPorts, type PortLike } from './ports.ts';
import { openSessions, type Sessions } from './screen/session.ts';
import type { SenderLike } from './sender.ts';
import type { SidebarState } from './state.ts';

// A browser's own; nothing here is to come to it.
vi.stubGlobal('reportError', (cause: unknown) => {
  throw cause;
});
afterAll(() => vi.unstubAllGlobals());
const self = { id: 'us', origin: 'chrome-extension://us' };
const nonce = 'n'.repeat(32);
const area = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };
const frameIn = (tabId: number, documentId: string): SenderLike => ({
  id: 'us',
  url: `${self.origin}/sidebar.html`,
  origin: self.origin,
  frameId: 4,
  documentId,
  tab: { id: tabId },
});
const panel: SenderLike = { id: 'us', url: `${self.origin}/sidebar.html`, origin: self.origin };

function portOf(sender: SenderLike, name = 'sidebar') {
  const sent: FromBackground[] = [];
  let listen: (message: unknown) => void = () => undefined;
  let closed = false;
  const port: PortLike = {
    name,
    sender,
    postMessage: (message) => sent.push(message),
    disconnect: () => {
      closed = true;
    },
    onMessage: { addListener: (listener) => (listen = listener) },
    onDisconnect: { addListener: () => undefined },
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    port,
    sent,
    isClosed: () => closed,
    say: async (message: unknown) => {
      listen(message);
      await settle();
      return sent.at(-1);
    },
  };
}

let sessions: Sessions;
let ports: ReturnType<typeof openPorts>;
let asked: string[];
beforeEach(async () => {
  sessions = await openSessions(area, async () => ({}));
  asked = [];
  ports = openPorts({
    self,
    sessions,
    checked: checkedCall,
    answer: async (call) => {
      asked.push(call);
      return null;
    },
    show: async ({ tabId }) => ({ version: tabId }) as unknown as SidebarState,
    looked: () => undefined,
    patienceMs: 0,
  });
});
const hello = (with_: string | null, tabId: number | null = null) => ({
  id: 1,
  call: 'hello',
  input: { nonce: with_, tabId },
});
const unknown = { id: 1, error: { code: 'frame.unknown', detail: null } };

describe('a frame in a page', () => {
  test('is shown its own tab once our content script there has registered its nonce', async () => {
    sessions.change(7, { frame: { nonce, document: null } });
    const { port, say } = portOf(frameIn(7, 'A'));
    ports.connect(port);
    // Whatever tab it claims, it gets the one that it stands in.
    expect(await say(hello(nonce, 99))).toEqual({ id: 1, answer: { version: 7 } });
  });

  test.each([
    ['without a nonce', 7, null],
    ['with a guessed one', 7, 'x'.repeat(32)],
    ['with the nonce of another tab', 8, nonce],
  ])('is shown nothing %s', async (_, tabId, given) => {
    sessions.change(7, { frame: { nonce, document: null } });
    const { port, say } = portOf(frameIn(tabId, 'A'));
    ports.connect(port);
    expect(await say(hello(given))).toEqual(unknown);
    expect(await say({ id: 1, call: 'today', input: {} })).toEqual(unknown);
    expect(asked).toEqual([]);
  });

  test('a second copy with the same nonce is shown nothing, the first may come back after the worker died', async () => {
    sessions.change(7, { frame: { nonce, document: null } });
    const first = portOf(frameIn(7, 'A'));
    ports.connect(first.port);
    await first.say(hello(nonce));
    const copy = portOf(frameIn(7, 'B'));
    ports.connect(copy.port);
    expect(await copy.say(hello(nonce))).toEqual(unknown);
    const again = portOf(frameIn(7, 'A'));
    ports.connect(again.port);
    expect(await again.say(hello(nonce))).toEqual({ id: 1, answer: { version: 7 } });
  });
});

describe('a port', () => {
  test.each<[string, SenderLike, string]>([
    [
      'of a content script',
      { ...frameIn(7, 'A'), url: 'https://acme.com/', origin: 'https://acme.com', frameId: 0 },
      'sidebar',
    ],
    ['of another extension', { ...panel, id: 'them' }, 'sidebar'],
    ['by another name', panel, 'debug'],
  ])('%s is closed', (_, sender, name) => {
    const { port, isClosed } = portOf(sender, name);
    ports.connect(port);
    expect(isClosed()).toBe(true);
  });

  test('that says nonsense gets an answer that names the field, or none', async () => {
    const { port, say, sent } = portOf(panel);
    ports.connect(port);
    await say(hello(null, 3));
    expect(await say({ id: 2, call: 'search', input: { text: 5 } })).toEqual({
      id: 2,
      error: { code: 'input.invalid', detail: 'text' },
    });
    const before = sent.length;
    await say('nonsense');
    await say(null);
    expect(sent).toHaveLength(before);
    expect(asked).toEqual([]);
  });

  test('that opens because of a chord is told what for, once', async () => {
    ports.focus(3, 'note');
    const { port, say, sent } = portOf(panel);
    ports.connect(port);
    await say(hello(null, 3));
    await say(hello(null, 3));
    expect(sent.filter((message) => 'focus' in message)).toEqual([{ focus: 'note' }]);
  });
});

describe('a change in the mirror', () => {
  const change = (row: string, outbox = false): Change => ({
    ...newChange(),
    rows: new Set([row]),
    others: new Set(outbox ? ['outbox'] : []),
  });

  test('draws those sidebars again that show what changed, by their state or by what they asked for since', async () => {
    const mirror = await openMirror(memoryStore());
    let drawn: (number | null)[] = [];
    let version = 1;
    const shownOf = new Map<number | null, string>([
      [1, 'ada'],
      [2, 'bob'],
    ]);
    const look = async (looking: Looking, id: string) => {
      const seen = looking.through(mirror);
      await seen.mirror.get('contact', id);
      seen.done();
    };
    ports = openPorts({
      self,
      sessions,
      checked: checkedCall,
      answer: async (_call, _input, _asker, _place, looking) => look(looking, 'cy'),
      show: async ({ tabId }, looking) => {
        drawn.push(tabId);
        await look(looking, shownOf.get(tabId) ?? '');
        return { version } as unknown as SidebarState;
      },
      looked: () => undefined,
      patienceMs: 0,
    });
    const panels = [1, 2].map(() => portOf(panel));
    for (const [at, { port, say }] of panels.entries()) {
      ports.connect(port);
      await say(hello(null, at + 1));
    }
    await panels[1]?.say({ id: 2, call: 'today', input: {} });
    const drawnBy = async (given: Change) => {
      drawn = [];
      version++;
      ports.changed(given);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return drawn;
    };
    expect(await drawnBy(change('contact/ada'))).toEqual([1]);
    expect(await drawnBy(change('contact/dee'))).toEqual([]);
    expect(await drawnBy(change('contact/dee', true))).toEqual([1, 2]);
    // What the second had open was to be asked anew with its new state, and was not.
    expect(await drawnBy(change('contact/cy'))).toEqual([]);
    const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
    ports.redraw(2);
    await settled();
    await panels[1]?.say({ id: 3, call: 'today', input: {} });
    // A new state without a change of rows, e.g. of the line to the server: nothing is asked anew, so all is still watched.
    ports.redraw(2);
    await settled();
    expect(await drawnBy(change('contact/cy'))).toEqual([2]);
    expect(await drawnBy({ ...newChange(), all: true })).toEqual([1, 2]);
  });
});
