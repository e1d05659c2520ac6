import { signal } from '@preact/signals';
import { h } from 'preact';
import type { Client } from '../../messages/client.ts';
import { makeGuard } from '../../sidebar/guard/guard.ts';
import { late } from '../../ui/late.tsx';
import { startApp } from './start.tsx';

const Disarmed = late(() => import('../../sidebar/guard/Disarmed.tsx').then((part) => part.Disarmed));

/** Links to pages of ours name them behind a `#`, which here is not the page's own: they lead the mailbox, or a new tab. */
function followLinks(root: HTMLElement, go: (path: string) => void): void {
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
    const path = link?.getAttribute('href')?.slice(1);
    if (!path || event.button > 1) return;
    event.preventDefault();
    const aside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (aside) window.open(`app.html#${path}`, '_blank', 'noreferrer');
    else go(path);
  };
  root.addEventListener('click', follow);
  root.addEventListener('auxclick', follow);
}

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
  followLinks(root, go);
  const session = startApp(client, root, {
    settings: null,
    guard: makeGuard(),
    notice: () => h(Disarmed, {}),
    go,
    location: () => [shown.value, go],
    framed: { fullPage: (to) => `app.html#${to}` },
  });
  // Nobody may change anything before the page is really seen.
  session.guard.watch(root);
  client.onDoubt(session.guard.doubt);
}
