import { signal } from '@preact/signals';
import type { Client } from '../../messages/client.ts';
import { startApp } from './start.tsx';

/**
 * A page of ours in a mailbox's main part. Its address is the mailbox's own: wherever one goes from here, the mailbox
 * goes, so that its back button leads back.
 */
export function startFramed(client: Client, root: HTMLElement, path: string): void {
  const shown = signal(path);
  const go = (to: string): void => {
    // The mailbox shows the other page in a frame of its own; where it cannot, a tab opens. Nothing is lost here.
    client.call('goTo', { path: to }).catch(() => undefined);
  };
  const session = startApp(client, root, {
    settings: null,
    go,
    location: () => [shown.value, go],
    framed: { fullPage: (to) => `app.html#${to}` },
  });
  // Nobody may change anything before the page is really seen.
  session.guard.watch(root);
}
