import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Html } from './frame.ts';
import type { localeOf } from './locale.ts';
import { anybody, type Routes } from './routes.ts';
import { show, type Visit } from './visit.ts';

/** Where `npm run packages` writes them. */
const folder = fileURLToPath(new URL('../../../.output/packages/', import.meta.url));
const browsers = ['chrome', 'edge', 'firefox'] as const;
type Browser = (typeof browsers)[number];

const names: Record<Browser, string> = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox' };
const fileOf = (browser: Browser) => `sidebook-${browser}.zip`;

/** From here colleagues get the extension, with what each browser really allows. */
export function extensionPages(app: Hono, { page }: Routes, packages = folder): void {
  const offered = browsers.filter((browser) => existsSync(join(packages, fileOf(browser))));
  page('/extension', anybody, (visit) =>
    show(visit, {
      title: m.server_extension_title({}, { locale: visit.locale }),
      body: body(visit, offered),
    }),
  );
  for (const browser of offered)
    app.get(`/extension/${fileOf(browser)}`, async () => {
      const content = await readFile(join(packages, fileOf(browser)));
      return new Response(new Uint8Array(content), {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${fileOf(browser)}"`,
          'content-length': String(content.length),
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-cache',
        },
      });
    });
}

function body({ locale, c }: Visit, offered: readonly Browser[]): Html {
  const say = { locale };
  const mine = browserOf(c.req.header('user-agent') ?? '');
  const sorted = [...offered].sort((a, b) => Number(b === mine) - Number(a === mine));
  if (sorted.length === 0) return html`<p>${m.server_extension_none({}, say)}</p>`;
  return html`<p>${m.server_extension_lead({}, say)}</p>${sorted.map(
    (browser) =>
      html`<section><h2>${names[browser]}</h2><p><a href="/extension/${fileOf(browser)}" download>${m.server_extension_get({ browser: names[browser] }, say)}</a></p><ol>${steps(
        browser,
        locale,
      ).map(
        (step) => html`<li>${step}</li>`,
      )}</ol><p class="soft">${browser === 'firefox' ? m.server_extension_firefox_note({}, say) : m.server_extension_chrome_note({}, say)}</p></section>`,
  )}<p>${m.server_extension_then({}, say)}</p>`;
}

function steps(browser: Browser, locale: ReturnType<typeof localeOf>): string[] {
  const say = { locale };
  if (browser === 'firefox')
    return [
      m.server_extension_firefox_open({}, say),
      m.server_extension_firefox_load({}, say),
      m.server_extension_allow({}, say),
    ];
  return [
    m.server_extension_unzip({}, say),
    m.server_extension_chrome_open({ address: `${browser}://extensions` }, say),
    m.server_extension_chrome_load({}, say),
    m.server_extension_pin({}, say),
  ];
}

/** Edge names Chrome too, so it is asked first. */
function browserOf(userAgent: string): Browser {
  if (userAgent.includes('Firefox/')) return 'firefox';
  return userAgent.includes('Edg/') ? 'edge' : 'chrome';
}
