import { getLocale } from '../../../../shared/i18n/compiled/runtime.js';
import { colours } from '../../colours.ts';
import { themeOf } from '../../dom/theme.ts';

// Its contents never widen the window: `contain`.
const style = `
:host { all: initial; display: block; contain: inline-size; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.ours { ${colours} font: 12px/18px system-ui, "Segoe UI", Roboto, sans-serif; color: var(--text); }
.ours:lang(zh-CN) { font-family: system-ui, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.ours:lang(zh-TW) { font-family: system-ui, "Segoe UI", Roboto, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif; }
button, select, input { font: inherit; color: inherit; margin: 0; }
button { all: unset; box-sizing: border-box; display: inline-flex; align-items: center; gap: 6px; min-height: 24px; padding: 0 8px; border-radius: 6px;
  cursor: pointer; white-space: nowrap; }
button:hover, select:hover { background: var(--hover); }
button:focus-visible, select:focus-visible, input:focus-visible { outline: 2px solid var(--focus); outline-offset: -1px; }
select, input { min-height: 24px; max-width: 140px; text-overflow: ellipsis; padding: 0 6px; border: 1px solid var(--control); border-radius: 6px; background: var(--bg); }
.link { color: var(--accent-text); text-decoration: underline; text-underline-offset: 2px; padding: 0 4px; white-space: normal; }
.main { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.main:hover { background: var(--accent-hover); }
@media (forced-colors: active) {
  button { border: 1px solid ButtonBorder; }
  .link { border-color: Canvas; color: LinkText; }
  button:focus-visible, select:focus-visible, input:focus-visible { outline-color: Highlight; }
}
`;

/** A closed root on an element of the page: its styles stay out, and keys typed in ours end at the element. */
export function shadowOn(host: HTMLElement, css: string, signal: AbortSignal): HTMLElement {
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  // Above an `all` that is important itself.
  host.style.setProperty('color-scheme', themeOf(host.ownerDocument), 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style + css);
  root.adoptedStyleSheets = [sheet];
  const ours = document.createElement('div');
  ours.className = 'ours';
  ours.lang = getLocale();
  root.append(ours);
  return ours;
}

/** An element with text and attributes; never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Runs on what a person did, never on what a page's script pretends. */
export const onReal = (
  element: HTMLElement,
  type: string,
  run: (event: Event) => void,
  signal: AbortSignal,
): void => element.addEventListener(type, (event) => event.isTrusted && run(event), { signal });
