import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import * as m from '../../shared/i18n/compiled/messages.js';

export type Locale = 'en' | 'zh-CN' | 'zh-TW';
type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `:root{color-scheme:light dark;--text:#1a1a1a;--soft:#595959;--ground:#fff;--line:#d9d9d9}
@media (prefers-color-scheme:dark){:root{--text:#ececec;--soft:#b0b0b0;--ground:#1b1b1d;--line:#3a3a3d}}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-inline-size:36rem;margin:4rem auto;padding:0 1.25rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
ol{padding-inline-start:1.25rem}li{margin-block:.5rem}
footer{margin-block-start:2rem;padding-block-start:1rem;border-block-start:1px solid var(--line);color:var(--soft)}
a{color:inherit}`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing but our own style: no script, no image, no frame, no form, and nobody may frame us. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  vary: 'accept-language',
};

const page = (locale: Locale, title: string, content: Html): Html =>
  html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`;

export function homePage(locale: Locale): Html {
  const say = { locale };
  return page(
    locale,
    m.server_page_title({}, say),
    html`<p>${m.server_page_lead({}, say)}</p><p>${m.server_page_pair({}, say)}</p><footer><a href="/readyz">${m.server_page_status({}, say)}</a></footer>`,
  );
}

/** The one-time link ends here. The code stands behind the #, so it is never sent, logged or passed on. */
export function pairPage(locale: Locale): Html {
  const say = { locale };
  const steps = [
    m.server_pair_step_copy({}, say),
    m.server_pair_step_open({}, say),
    m.server_pair_step_paste({}, say),
  ];
  return page(
    locale,
    m.server_pair_title({}, say),
    html`<p>${m.server_pair_lead({}, say)}</p><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol><footer>${m.server_pair_note({}, say)}</footer>`,
  );
}

export const missingPage = (locale: Locale): Html => page(locale, m.server_not_found({}, { locale }), html``);

/** The first of our languages that the browser names; `zh-HK` and `zh-Hant` read traditional characters. */
export function localeOf(acceptLanguage: string): Locale {
  for (const part of acceptLanguage.slice(0, 200).split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
