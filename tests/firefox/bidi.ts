import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preferences } from './preferences.ts';

/** What a WebDriver BiDi session of a Firefox of its own profile is asked here (w3.org/TR/webdriver-bidi). */
export type Firefox = {
  install(folder: string): Promise<void>;
  open(url: string): Promise<Tab>;
  /** The tab that the extension itself opened: Firefox lets no session go to an extension's page. */
  opened(address: string): Promise<Tab>;
  /** Runs an expression in the browser's own window, where shortcuts are listened for and the sidebar stands. */
  inWindow<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};
export type Tab = {
  goto(url: string): Promise<void>;
  /** The value of an expression in the tab, or in the one frame whose address begins with `frame`. */
  ask<T>(expression: string, frame?: string): Promise<T>;
  until(expression: string, what: string, frame?: string): Promise<void>;
  /** Class and text of every element in the closed roots of those that a selector finds: only the browser itself sees them. */
  within(selector: string): Promise<{ name: string; text: string }[]>;
  /** A press of the mouse on the middle of an element: trusted, as a user's. */
  click(selector: string, frame?: string): Promise<void>;
  type(text: string, frame?: string): Promise<void>;
  screenshot(file: string): Promise<void>;
};

type Options = { executable: string; proxyPort: number; addon: string; uuid: string };
type Context = { context: string; url: string; children: Context[] | null };
/** What `script.evaluate` tells of an expression that ends in a text. */
type Evaluated = { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
/** A node as `script.evaluate` tells of it. */
type Told = {
  value?: {
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: Told[];
    shadowRoot?: Told | null;
  };
};
type Answer = { id?: number; type: string; result?: unknown; error?: string; message?: string };

const patience = 30_000;

export async function startFirefox({ executable, proxyPort, addon, uuid }: Options): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'sidebook-firefox-'));
  await writeFile(join(profile, 'user.js'), preferences(proxyPort, { [addon]: uuid }));
  const child = spawn(
    executable,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      '--width',
      '1300',
      '--height',
      '900',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MOZ_HEADLESS_WIDTH: '1300', MOZ_HEADLESS_HEIGHT: '900' },
    },
  );
  const socket = new WebSocket(`${await listeningAt(child)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('Firefox closed the session at once.')), {
      once: true,
    });
  });
  const send = sender(socket);
  await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });

  return {
    async install(folder) {
      await send('webExtension.install', { extensionData: { type: 'path', path: folder } });
    },
    async open(url) {
      const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      const tab = tabOf(send, context);
      await tab.goto(url);
      return tab;
    },
    async opened(address) {
      const end = Date.now() + patience;
      for (;;) {
        const { contexts } = await send<{ contexts: Context[] }>('browsingContext.getTree');
        const found = contexts.find(({ url }) => url.startsWith(address));
        if (found) return tabOf(send, found.context);
        if (Date.now() > end) throw new Error(`No tab ${address} was opened`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async inWindow(expression) {
      const { contexts } = await send<{ contexts: Context[] }>('browsingContext.getTree', {
        'moz:scope': 'chrome',
      });
      const answer = await send<Evaluated>('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
        target: { context: contexts[0]?.context },
        awaitPromise: true,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? expression);
      return JSON.parse(answer.result?.value ?? 'null');
    },
    async close() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      const kill = setTimeout(() => child.kill('SIGKILL'), 8000);
      // Its answer races with the end of the browser, which alone is waited for.
      send('browser.close').catch(() => child.kill());
      if (child.exitCode === null) await ended;
      clearTimeout(kill);
      socket.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

type Send = <T>(method: string, params?: object) => Promise<T>;

function tabOf(send: Send, top: string): Tab {
  const contextOf = async (frame?: string): Promise<string> => {
    if (!frame) return top;
    const { contexts } = await send<{ contexts: Context[] }>('browsingContext.getTree', { root: top });
    const all = contexts.flatMap(function flat(one): Context[] {
      return [one, ...(one.children ?? []).flatMap(flat)];
    });
    const found = all.find(({ url }) => url.startsWith(frame));
    if (!found) throw new Error(`No frame ${frame} among ${all.map(({ url }) => url).join(', ')}`);
    return found.context;
  };
  const ask: Tab['ask'] = async <T>(expression: string, frame?: string): Promise<T> => {
    const evaluated = await send<{ type: string; result: unknown; exceptionDetails?: { text: string } }>(
      'script.evaluate',
      {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context: await contextOf(frame) },
        awaitPromise: true,
      },
    );
    if (evaluated.exceptionDetails) throw new Error(evaluated.exceptionDetails.text);
    return JSON.parse((evaluated.result as { value: string }).value) as T;
  };
  const until: Tab['until'] = async (expression, what, frame) => {
    const end = Date.now() + patience;
    for (;;) {
      // A frame that is not there yet, or that is just being loaded, is waited for like any other answer.
      const answer = await ask<boolean>(`Boolean(${expression})`, frame).catch((error: Error) => error);
      if (answer === true) return;
      if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s for ${what} (${answer})`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return {
    ask,
    until,
    async within(selector) {
      const { result } = await send<{ result: { value: Told[] } }>('script.evaluate', {
        expression: `[...document.querySelectorAll(${JSON.stringify(selector)})]`,
        target: { context: top },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 8, includeShadowTree: 'all' },
      });
      return result.value.flatMap(({ value }) => elementsIn(value?.shadowRoot ?? {}));
    },
    async goto(url) {
      await send('browsingContext.navigate', { context: top, url, wait: 'complete' });
    },
    async click(selector, frame) {
      const quoted = JSON.stringify(selector);
      await until(`document.querySelector(${quoted})`, selector, frame);
      const context = await contextOf(frame);
      const { nodes } = await send<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value: selector },
        maxNodeCount: 1,
      });
      const origin = { type: 'element', element: { sharedId: nodes[0]?.sharedId } };
      await ask(`document.querySelector(${quoted}).scrollIntoView({ block: 'center' })`, frame);
      await send('input.performActions', {
        context,
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x: 0, y: 0, origin },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    async type(text, frame) {
      const keys = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send('input.performActions', {
        context: await contextOf(frame),
        actions: [{ type: 'key', id: 'keys', actions: keys }],
      });
    },
    async screenshot(file) {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context: top });
      await writeFile(file, Buffer.from(data, 'base64'));
    },
  };
}

const textOf = ({ value }: Told): string => value?.nodeValue ?? (value?.children ?? []).map(textOf).join('');
const elementsIn = (node: Told): { name: string; text: string }[] =>
  (node.value?.children ?? []).flatMap((child) => [
    ...(child.value?.attributes ? [{ name: child.value.attributes.class ?? '', text: textOf(child) }] : []),
    ...elementsIn(child),
  ]);

function sender(socket: WebSocket): Send {
  let count = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  return <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++count;
      const timer = setTimeout(() => reject(new Error(`Firefox did not answer ${method}.`)), patience);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        waiting.delete(id);
        if (answer.type === 'error') reject(new Error(`${method}: ${answer.error}: ${answer.message}`));
        else resolve(answer.result as T);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
}

function listeningAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not open its port: ${said}`)), 60_000);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
