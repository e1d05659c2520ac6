import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../../tools/browser/find.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type Shown = {
  state: string;
  theme?: 'light' | 'dark';
  /** The few colours of the system alone, as Windows' contrast themes have them. */
  forced?: boolean;
  locale?: 'en' | 'zh-CN' | 'zh-TW';
  width?: number;
  /** Pixels of the picture to one of the page. */
  scale?: number;
};
export type Gallery = {
  browser: Browser;
  names: string[];
  /** One state in a page of its own, or in one that showed another. */
  show(shown: Shown, on?: Page | null): Promise<Page>;
  /** The address of a state, to be framed by a page. */
  address(shown: Shown): string;
  close(): Promise<void>;
};

/** Serves the gallery that was built into `folder`, and opens a browser on it. */
export async function openGallery(folder: string, say: (line: string) => void = () => {}): Promise<Gallery> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const path = pathname === '/' ? '/index.html' : pathname;
    const body = await readFile(join(folder, path)).catch(() => null);
    if (body === null) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          'content-type': types[extname(path)] ?? 'text/plain',
          // Their names change with what is in them; a browser compiles once what it keeps.
          ...(path.startsWith('/assets/') && { 'cache-control': 'max-age=3600' }),
        })
        .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(say),
    args: ['--no-sandbox'],
  });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };

  const address = ({ state, theme = 'light', locale = 'en' }: Shown) =>
    `${origin}/?${new URLSearchParams({ state, theme, locale })}`;
  const newPage = async ({
    theme = 'light',
    forced = false,
    locale = 'en',
    width = 300,
    scale = 1,
  }: Shown): Promise<Page> => {
    const page = await browser.newPage({
      viewport: { width, height: 760 },
      deviceScaleFactor: scale,
      locale,
      colorScheme: theme,
      forcedColors: forced ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    page.on('pageerror', (error) => {
      throw error;
    });
    return page;
  };
  const show = async (shown: Shown, on: Page | null = null): Promise<Page> => {
    const page = on ?? (await newPage(shown));
    if (on) await on.setViewportSize({ width: shown.width ?? 300, height: 760 });
    await page.goto(address(shown));
    // Something is drawn: an empty page would be without a finding.
    await page.waitForSelector('main *', { state: 'attached' });
    return page;
  };
  const list = await browser.newPage();
  await list.goto(origin);
  const names = await list.locator('a').allTextContents();
  await list.close();
  return { browser, names, show, address, close };
}
