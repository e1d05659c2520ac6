import { moveInto } from './move.ts';
import { keepClear } from './ours.ts';

/** Our own place beside a page, for the one frame: a slim tab at the window's edge, and the panel it opens. */
export type Dock = {
  /** Takes the frame in, without reloading it where the browser can move it alive. */
  hold(frame: HTMLElement): void;
  open(open: boolean): void;
  isOpen(): boolean;
  /** Hides tab and panel, or lets them be seen again; what is in the frame stays. */
  hide(hidden: boolean): void;
};

export type DockSetup = {
  /** Says what the tab opens; read aloud. */
  title: string;
  signal: AbortSignal;
  /** Asked for the frame when the panel is opened and holds none. */
  summon?: () => HTMLElement;
  /** Room left free at the window's top, in px. */
  top?: number;
  /** Width of the panel, in px. */
  width?: number;
};

const reset = 'all:initial;box-sizing:border-box;';
const ground = 'background:light-dark(#fff,#1c1c1f);color:light-dark(#1c1c1f,#eee);color-scheme:light dark;';

/**
 * The tab and panel stand in a closed shadow root, so neither the page's styles nor its scripts reach them, and
 * their key strokes end at the host, so a page's shortcuts do not hear them (libraries.md, fact 4).
 */
export function makeDock(setup: DockSetup, document: Document = globalThis.document): Dock {
  const { title, signal, summon, top = 0, width = 320 } = setup;
  const host = document.createElement('div');
  // `important`, as a page's `div { … !important }` would win over a plain inline style.
  for (const [name, value] of Object.entries({
    all: 'initial',
    position: 'fixed',
    inset: `${top}px 0 0 auto`,
    width: '0',
    'z-index': '2147483646',
    display: 'block',
    'pointer-events': 'none',
  })) {
    host.style.setProperty(name, value, 'important');
  }
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
  const root = host.attachShadow({ mode: 'closed' });
  const panel = document.createElement('div');
  panel.style.cssText = `${reset}${ground}position:absolute;inset:0 0 0 auto;width:min(${width}px,100vw);display:none;pointer-events:auto;box-shadow:0 0 0 1px light-dark(#0002,#fff3)`;
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.title = title;
  tab.setAttribute('aria-label', title);
  tab.setAttribute('aria-expanded', 'false');
  tab.style.cssText = `${reset}${ground}position:absolute;right:0;top:40%;width:24px;height:56px;display:block;pointer-events:auto;cursor:pointer;border-radius:6px 0 0 6px;box-shadow:0 0 0 1px light-dark(#0002,#fff3);font:600 14px/56px system-ui,sans-serif;text-align:center`;
  tab.textContent = 'S';
  root.append(panel, tab);
  keepClear(panel);

  let isOpen = false;
  const attach = (): void => {
    if (!host.isConnected && !signal.aborted) (document.body ?? document.documentElement).append(host);
  };
  const dock: Dock = {
    hold(frame) {
      attach();
      moveInto(frame, panel);
    },
    open(open) {
      attach();
      if (open && !panel.firstElementChild && summon) dock.hold(summon());
      isOpen = open && panel.firstElementChild !== null;
      panel.style.display = isOpen ? 'block' : 'none';
      // Beside the panel with its own shadow: what lies over the frame by a pixel counts as covering it (guard.ts).
      tab.style.right = isOpen ? `min(${width + 3}px,100vw - 24px)` : '0';
      tab.setAttribute('aria-expanded', String(isOpen));
    },
    isOpen: () => isOpen,
    hide(hidden) {
      if (!hidden) attach();
      host.style.setProperty('display', hidden ? 'none' : 'block', 'important');
    },
  };
  // A page can dispatch clicks of its own; only a person's opens the panel.
  tab.addEventListener('click', (event) => event.isTrusted && dock.open(!isOpen), { signal });
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return dock;
}
