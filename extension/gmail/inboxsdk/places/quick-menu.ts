import { colours } from '../../colours.ts';
import { themeOf } from '../../dom/theme.ts';

const style = `
:host { all: initial; display: block; }
div { ${colours} display: flex; flex-direction: column; min-width: 200px; padding: 6px 0; font: 14px/20px system-ui, "Segoe UI", Roboto, sans-serif;
  color: var(--text); }
button { all: unset; padding: 6px 16px; cursor: pointer; }
button:hover { background: rgb(127 127 127 / 16%); }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
p { max-width: 260px; margin: 0; padding: 6px 16px; color: var(--muted); font-size: 13px; line-height: 18px; }
`;

export type QuickItem = { label: string; run: () => void };

/** A few things to do, in a menu of the mailbox's; only a real click or key does them. */
export function makeQuickMenu(place: HTMLElement, items: QuickItem[], hint?: string): void {
  const host = document.createElement('div');
  host.style.colorScheme = themeOf(document, place);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const list = document.createElement('div');
  list.setAttribute('role', 'menu');
  if (hint) {
    const line = document.createElement('p');
    line.textContent = hint;
    list.append(line);
  }
  const buttons = items.map(({ label, run }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'menuitem');
    button.textContent = label;
    button.addEventListener('click', (event) => {
      if (event.isTrusted) run();
    });
    return button;
  });
  list.append(...buttons);
  // Letters typed here are no shortcuts of the mailbox.
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    host.addEventListener(type, (event) => {
      event.stopPropagation();
      const step = type !== 'keydown' ? 0 : event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const at = buttons.indexOf(root.activeElement as HTMLButtonElement);
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    });
  root.append(list);
  place.append(host);
  buttons[0]?.focus();
}
