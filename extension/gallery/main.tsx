import { memoryLocation } from 'wouter-preact/memory-location';
import { startApp } from '../app/shell/start.tsx';
import type { Locale } from '../messages/state.ts';
import { makeGuard } from '../sidebar/guard/guard.ts';
import { startSidebar } from '../sidebar/index.tsx';
import { GalleryClient } from './client.ts';
import { states } from './states.ts';

/** `?state=known&theme=dark&locale=zh-TW`: one state of the sidebar, drawn from fixtures, with a client that behaves. */
const asked = new URLSearchParams(location.search);
const make = states[asked.get('state') ?? ''];
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
if (make) {
  const scene = make();
  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') scene.state.theme = theme;
  const locale = asked.get('locale');
  if (locale) scene.state.locale = locale as Locale;
  document.documentElement.lang = scene.state.locale;
  const client = new GalleryClient(scene);
  // So that one loaded page can be looked at in every theme and language.
  addEventListener('hashchange', () => {
    const look = new URLSearchParams(location.hash.slice(1));
    client.look({
      theme: look.get('theme') as 'light' | 'dark',
      locale: look.get('locale') as Locale,
      ...(look.has('framed') && { framed: look.get('framed') === 'yes' }),
    });
  });
  const blind = {
    IntersectionObserver,
    addEventListener,
    removeEventListener,
    innerWidth,
    innerHeight,
    devicePixelRatio,
    IntersectionObserverEntry: class {} as typeof IntersectionObserverEntry,
  };
  if (scene.page !== undefined) {
    startApp(client, root, { settings: null, location: memoryLocation({ path: scene.page }).hook });
  } else
    startSidebar(client, root, {
      openPanel: () => client.opened('panel'),
      ...(scene.blind ? { guard: makeGuard(blind) } : {}),
    });
} else {
  const list = document.createElement('ul');
  for (const name of Object.keys(states)) {
    const link = document.createElement('a');
    link.href = `?state=${name}`;
    link.textContent = name;
    list.append(Object.assign(document.createElement('li'), {}));
    list.lastElementChild?.append(link);
  }
  root.append(list);
}
