import { moveInto } from './move.ts';

/** Our own place beside a page, for the one frame; see extension/dock. */
export type Dock = {
  /** Takes the frame in, without reloading it where the browser can move it alive. */
  hold(frame: HTMLElement): void;
  open(open: boolean): void;
  isOpen(): boolean;
};

export function makeMailDock(document: Document, signal: AbortSignal): Dock {
  const host = document.createElement('sidebook-dock');
  host.style.cssText = 'all:initial;position:fixed;inset:64px 0 0 auto;width:300px;z-index:1000;display:none';
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return {
    hold(frame) {
      if (!host.isConnected) document.body.append(host);
      moveInto(frame, host);
    },
    open(open) {
      host.style.display = open ? 'block' : 'none';
    },
    isOpen: () => host.style.display !== 'none',
  };
}
