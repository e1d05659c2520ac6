import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Route, type Worker } from 'playwright-core';
import { findChromium } from '../../../tools/browser/find.ts';
import type { Account } from '../../fixtures/sample/cast.ts';
import { type StandIn, standInGmail } from '../gmail/standin.ts';
import { openSink } from './sink.ts';

export type Recorded = {
  url: string;
  method: string;
  /** Who asked: a page or frame, or the extension's worker. */
  from: 'page' | 'worker';
  /** `answered` by a stand-in, `passed` to an allowed origin, else `aborted`. */
  outcome: 'answered' | 'passed' | 'aborted';
  body: string | null;
};

/** Answers requests to one host instead of the network. */
type Site = StandIn['handle'];

export type LaunchOptions = {
  /** Folder of the unpacked extension; none: a bare browser. */
  extension?: string;
  /** Serves https://mail.google.com; made anew when left out, for `account` and `dark`. */
  gmail?: { handle: Site };
  account?: Account;
  /** More hosts by origin, e.g. `https://brightwater.example`. */
  sites?: Record<string, { handle: Site }>;
  /** Origins that may be reached for real, e.g. the server under test. */
  allowed?: string[];
  /** Kept between launches when given; else a fresh profile that is removed on close. */
  profile?: string;
  locale?: string;
  dark?: boolean;
  viewport?: { width: number; height: number };
  headless?: boolean;
  /** More arguments for the browser. */
  args?: string[];
};

export type Launched = {
  context: BrowserContext;
  /** Every request of pages, frames and workers since the browser's start, in order. */
  requests: Recorded[];
  /** Hosts that something tried to reach past the recorder; always to be empty. */
  leaked: string[];
  /** Console lines and page errors since the start. */
  console: string[];
  /** The extension's service worker, once it runs. */
  worker(): Promise<Worker>;
  extensionId(): Promise<string>;
  /** Opens the mailbox at a hash, e.g. `#inbox`, with switches such as `?off=sidebar`. */
  openMail(hash?: string, search?: string): Promise<Page>;
  close(): Promise<void>;
};

/** Chromium with an extension, the stand-in mailbox and nothing else of the world: every other host is aborted and recorded. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'sidebook-browser-'));
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: name one in SIDEBOOK_CHROMIUM.');
  const sink = await openSink();
  const settings = {
    executablePath,
    headless: options.headless ?? true,
    locale: options.locale ?? 'en-US',
    colorScheme: options.dark ? ('dark' as const) : ('light' as const),
    viewport: options.viewport ?? { width: 1360, height: 860 },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP * 127.0.0.1:${sink.port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      ...(options.extension
        ? [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`]
        : []),
      ...(options.args ?? []),
    ],
  };
  const requests: Recorded[] = [];
  const lines: string[] = [];
  const gmail =
    options.gmail ??
    standInGmail({
      ...(options.account ? { account: options.account } : {}),
      theme: options.dark ? 'dark' : 'light',
    });
  const sites = new Map<string, { handle: Site }>([
    ['https://mail.google.com', gmail],
    ...Object.entries(options.sites ?? {}),
  ]);
  const allowed = new Set(options.allowed ?? []);

  const open = async (): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(profile, settings);
    await context.route(
      (url) => url.protocol === 'http:' || url.protocol === 'https:',
      async (route) => {
        const url = new URL(route.request().url());
        const site = sites.get(url.origin);
        const outcome = site ? 'answered' : allowed.has(url.origin) ? 'passed' : 'aborted';
        requests.push(recorded(route, outcome));
        if (site) return fulfil(route, site.handle);
        return outcome === 'passed' ? route.continue() : route.abort('addressunreachable');
      },
    );
    context.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => lines.push(`weberror: ${error.error().message}`));
    return context;
  };
  let context = await open();
  if (options.extension && !(await hasWorker(context))) {
    await context.close();
    context = await open();
  }

  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));

  return {
    context,
    requests,
    leaked: sink.leaked,
    console: lines,
    worker,
    extensionId: async () => new URL((await worker()).url()).host,
    async openMail(hash = '#inbox', search = '') {
      const page = context.pages().find((each) => each.url() === 'about:blank') ?? (await context.newPage());
      await page.goto(`https://mail.google.com/mail/u/0/${search}${hash}`);
      return page;
    },
    async close() {
      await context.close();
      await sink.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** On a busy machine Playwright now and then misses that the worker started; a second browser sees its own. */
async function hasWorker(context: BrowserContext): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (context.serviceWorkers().length > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function recorded(route: Route, outcome: Recorded['outcome']): Recorded {
  const request = route.request();
  return {
    url: request.url(),
    method: request.method(),
    from: request.serviceWorker() ? 'worker' : 'page',
    outcome,
    body: request.postData(),
  };
}

async function fulfil(route: Route, handle: Site): Promise<void> {
  const request = route.request();
  const answer = await handle({
    method: request.method(),
    url: request.url(),
    headers: request.headers(),
    body: request.postData(),
  });
  await route.fulfill(answer);
}
