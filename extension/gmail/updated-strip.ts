import * as m from '../../shared/i18n/compiled/messages.js';

export const updatedStrip = 'sidebook-updated';

const style = `
:host { all: initial; position: fixed; inset: auto 16px 16px auto; z-index: 2147483000; color-scheme: light dark; }
div { display: flex; align-items: center; gap: 12px; max-width: 420px; padding: 12px 16px; border-radius: 8px;
  font: 13px/18px system-ui, sans-serif; color: light-dark(#1c2230, #eef0f5); background: light-dark(#fff, #262b36);
  border: 1px solid light-dark(#c9cfda, #4a5163); }
button { all: unset; flex: none; height: 28px; padding: 0 10px; border-radius: 6px; font: inherit; line-height: 28px;
  color: #fff; background: #3b5bdb; cursor: pointer; }
button + button { color: inherit; background: none; }
button:focus-visible { outline: 2px solid light-dark(#1c2230, #eef0f5); outline-offset: 2px; }
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
