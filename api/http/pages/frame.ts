import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Locale } from './locale.ts';
import { codeScript, style } from './style.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = (script: string) =>
  `default-src 'none'; style-src ${hashOf(style)};${script} base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const policies = { plain: policy(''), code: policy(` script-src ${hashOf(codeScript)};`) };

/** Nothing but our own style and, where a link's code is taken over, our own few lines of script; nobody may frame us. */
export const pageHeaders = (withScript = false): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': withScript ? policies.code : policies.plain,
  // Not `no-referrer`: with it a browser hides the Origin of a form from us too.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  vary: 'accept-language, cookie',
});

export type Look = {
  locale: Locale;
  /** Null: nobody is signed in. */
  person: { name: string } | null;
  path: string;
  isServerOwner: boolean;
};

export type Content = {
  title: string;
  body: Html;
  /** What came of the last step, said first. */
  said?: { good: boolean; text: string } | undefined;
  /** For a page that a link with a code opens. */
  takesCode?: boolean | undefined;
  /** For the extension, which reads it by one click on its icon. */
  pairing?: string | undefined;
  narrow?: boolean | undefined;
};

export function framed(look: Look, { title, body, said, takesCode, pairing, narrow }: Content): Html {
  return html`<!doctype html>
<html lang="${look.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - Sidebook</title>${
    pairing ? html`<meta name="sidebook-pair" content="${pairing}">` : ''
  }<style>${raw(style)}</style></head>
<body>${look.person ? menu(look, look.person.name) : ''}<main${narrow ? raw(' class="narrow"') : ''}><h1>${title}</h1>${
    said
      ? html`<p class="said ${said.good ? 'good' : 'bad'}" role="${said.good ? 'status' : 'alert'}">${said.text}</p>`
      : ''
  }${body}</main>${takesCode ? html`<script>${raw(codeScript)}</script>` : ''}</body></html>`;
}

function menu({ locale, path, isServerOwner }: Look, name: string): Html {
  const say = { locale };
  const entries: [string, string][] = [
    ['/', m.server_menu_workspaces({}, say)],
    ['/app', m.server_app_menu({}, say)],
    ['/pair', m.server_menu_pair({}, say)],
    ['/devices', m.server_menu_devices({}, say)],
    ['/account', m.server_menu_account({}, say)],
    ...(isServerOwner ? ([['/server', m.server_menu_server({}, say)]] as [string, string][]) : []),
  ];
  return html`<header><a class="brand" href="/">Sidebook</a><nav aria-label="${m.server_menu_label({}, say)}">${entries.map(
    ([to, text]) => html`<a href="${to}"${to === path ? raw(' aria-current="page"') : ''}>${text}</a>`,
  )}</nav><form method="post" action="/sign-out"><button class="plain" title="${name}">${m.server_menu_sign_out({}, say)}</button></form></header>`;
}
