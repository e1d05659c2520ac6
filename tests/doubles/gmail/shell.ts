import type { Address } from './office.ts';

export type Language = 'en' | 'zh-CN' | 'zh-TW';

/** What the page script needs before it can show anything. */
export type Boot = {
  account: Address;
  accountPath: string;
  other: Address;
  language: Language;
  zone: string;
  /** Gmail's per-session value, sent along with `view=om`. */
  ik: string;
};

const inline = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The page's frame: Gmail's globals, inline as it must be for the SDK's script in the page, and our scripts. */
export function shellPage(boot: Boot, options: { globals: boolean; dark: boolean }): string {
  const globals = [];
  globals[4] = `gmail.${boot.language.replace('-', '_')}.sample`;
  globals[9] = boot.ik;
  globals[10] = boot.account.email;
  const holes = Array.from(globals, (value) => value ?? null);
  const script = `var GM_SPT_ENABLED='true';var GM_ACTION_TOKEN='sample';var GLOBALS=${inline(holes)};GLOBALS[17]=undefined;`;
  return `<!doctype html>
<html lang="${boot.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sample mailbox</title>
<link rel="icon" href="/_sample/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/_sample/page/look.css">
<style id="theme">:root { --dark: ${options.dark ? 1 : 0} }</style>
<script>window.sampleBoot=${inline(boot)};${options.globals ? script : ''}</script>
</head>
<body class="s-mail${options.dark ? ' s-dark' : ''}">
<script type="module" src="/_sample/page/main.ts"></script>
</body>
</html>`;
}
