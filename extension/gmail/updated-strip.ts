import * as m from '../../shared/i18n/compiled/messages.js';
import { colours } from './colours.ts';

export const updatedStrip = 'sidebook-updated';

const style = `
:host { all: initial; position: fixed; inset: auto 16px 16px auto; z-index: 2147483000; color-scheme: light dark; }
div { ${colours} display: flex; align-items: center; gap: 12px; max-width: 420px; padding: 12px 16px; border-radius: 8px;
  font: 13px/18px system-ui, "Segoe UI", Roboto, sans-serif; color: var(--text); background: var(--bg); border: 1px solid var(--control-soft); box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
button { all: unset; flex: none; height: 28px; padding: 0 10px; border-radius: 6px; font: inherit; font-weight: 600; line-height: 28px;
  color: var(--on-accent); background: var(--accent); cursor: pointer; }
button + button { color: inherit; background: none; font-weight: 400; }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
@media (forced-colors: active) { button { border: 1px solid ButtonBorder; } }
`;

/**
 * One strip after the extension was updated under an open page: from then on this page's copy of it can do nothing.
 * What was typed lies in the background's drafts.
 */
export function showUpdatedStrip(document: Document): void {
  const host = document.createElement(updatedStrip);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const strip = document.createElement('div');
  strip.setAttribute('role', 'status');
  const text = document.createElement('span');
  text.textContent = m.gmail_updated();
  strip.append(
    text,
    button(m.gmail_reload(), () => document.location.reload()),
    button(m.gmail_dismiss(), () => host.remove()),
  );
  root.append(strip);
  document.body.append(host);
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', (event) => event.isTrusted && act());
  return element;
}
