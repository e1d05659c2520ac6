import * as m from '../../../shared/i18n/compiled/messages.js';

const style = `
:host { all: initial; display: block; }
button { all: unset; display: inline-flex; align-items: center; gap: 8px; height: 24px; margin: 4px 12px; padding: 0 8px;
  border-radius: 6px; font: 12px/24px system-ui, sans-serif; color: light-dark(#3f4754, #d5dae3); cursor: pointer; }
button:hover { background: rgb(127 127 127 / 16%); }
button:focus-visible { outline: 2px solid light-dark(#3b5bdb, #91a7ff); }
button[aria-checked="true"]::before { background: light-dark(#3b5bdb, #91a7ff); }
button::before { content: ""; width: 10px; height: 10px; border-radius: 50%; border: 1px solid currentColor; }
`;

/** "Log to Sidebook: on": one switch for all compose windows, remembered. Only a real click or key changes it. */
export function makeLogSwitch(
  host: HTMLElement,
  get: () => boolean,
  set: (on: boolean) => void,
  signal: AbortSignal,
): void {
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('role', 'switch');
  const show = (): void => {
    const on = get();
    button.setAttribute('aria-checked', String(on));
    button.textContent = on ? m.gmail_log_on_send_on() : m.gmail_log_on_send_off();
  };
  button.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      set(!get());
      show();
    },
    { signal },
  );
  // Two windows may be open; the other one's switch follows when it is looked at.
  button.addEventListener('pointerenter', show, { signal });
  button.addEventListener('focus', show, { signal });
  show();
  root.append(button);
}
