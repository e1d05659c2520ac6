import * as m from '../../../shared/i18n/compiled/messages.js';
import { markOurs, riseAbove } from '../ours.ts';

/** What the bar says and what can be pressed there. */
export type BarView = {
  text: string;
  /** What was found so far, or what was wrong. */
  note: string | null;
  canSkip: boolean;
  canBack: boolean;
  canFinish: boolean;
};
type Acts = { skip(): void; back(): void; finish(): void; end(): void };
export type Bar = {
  host: HTMLElement;
  show(view: BarView): void;
  /** Takes the keys away from whatever had them. */
  focus(): void;
  isOnButton(): boolean;
  remove(): void;
};

const reset =
  'all:initial;color-scheme:inherit;box-sizing:border-box;font:13px/18px system-ui,sans-serif;color:inherit;';
const button = `${reset}min-height:28px;padding:4px 10px;border:1px solid #80838d;border-radius:6px;cursor:pointer;background:transparent`;

/** A bar at the window's edge, out of reach of the page's styles and scripts. */
export function makeBar(document: Document, acts: Acts): Bar {
  const host = markOurs(document.createElement('div'));
  const style = {
    all: 'initial',
    position: 'fixed',
    inset: 'auto 0 16px 0',
    width: 'fit-content',
    'max-width': 'min(560px, calc(100vw - 24px))',
    margin: '0 auto',
    display: 'block',
    'z-index': '2147483647',
    'color-scheme': 'light dark',
  };
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('div');
  sheet.tabIndex = -1;
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', m.words_sidebook());
  sheet.style.cssText = `${reset}display:block;padding:12px 16px;border-radius:8px;background:light-dark(#fcfcfd,#18191b);color:light-dark(#1c2024,#edeef0);box-shadow:0 4px 16px rgb(0 0 0/40%),0 0 0 1px light-dark(#d9d9e0,#43484e)`;
  const line = (role: 'status' | null, more: string) => {
    const element = document.createElement('div');
    element.style.cssText = `${reset}display:block;${more}`;
    if (role) element.setAttribute('role', role);
    sheet.append(element);
    return element;
  };
  const text = line('status', 'font-weight:600;font-size:15px;line-height:20px');
  const note = line('status', 'padding-top:2px;min-height:20px');
  const keys = line(
    null,
    'padding-top:2px;font-size:12px;line-height:16px;color:light-dark(#60646c,#b0b4ba)',
  );
  const row = line(null, 'display:flex;flex-wrap:wrap;gap:8px;padding-top:8px');
  const made = (label: string, act: () => void, look = '') => {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    element.style.cssText = `${button};${look}`;
    element.addEventListener('focus', () => {
      element.style.outline = '2px solid #3e63dd';
      element.style.outlineOffset = '1px';
    });
    element.addEventListener('blur', () => {
      element.style.outline = '';
    });
    // A page can dispatch clicks of its own; only a person's count.
    element.addEventListener('click', (event) => event.isTrusted && act());
    row.append(element);
    return element;
  };
  const finish = made(
    m.capture_pick_done(),
    acts.finish,
    'background:#3e63dd;color:#fff;border-color:#3e63dd;font-weight:600',
  );
  const skip = made(m.capture_pick_skip(), acts.skip);
  const back = made(m.capture_pick_back(), acts.back);
  made(m.capture_pick_end(), acts.end);
  keys.textContent = m.capture_pick_keys();
  root.append(sheet);
  const shown = (element: HTMLElement, on: boolean) => {
    element.style.display = on ? 'inline-block' : 'none';
  };
  return {
    host,
    show(view) {
      if (!host.isConnected) document.documentElement.append(host);
      riseAbove(document, host);
      text.textContent = view.text;
      note.textContent = view.note ?? '';
      shown(finish, view.canFinish);
      shown(skip, view.canSkip);
      shown(back, view.canBack);
    },
    focus: () => sheet.focus({ preventScroll: true }),
    isOnButton: () => root.activeElement !== null && root.activeElement !== sheet,
    remove: () => host.remove(),
  };
}
