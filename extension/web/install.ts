import { signal } from '@preact/signals';

/** What Chromium offers where a page can be installed; other browsers have it in a menu. */
type InstallPrompt = Event & { prompt(): Promise<unknown> };

/** Null: not offered, or done. */
export const installPrompt = signal<InstallPrompt | null>(null);

export function watchInstalling(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installPrompt.value = event as InstallPrompt;
  });
  addEventListener('appinstalled', () => {
    installPrompt.value = null;
  });
}
