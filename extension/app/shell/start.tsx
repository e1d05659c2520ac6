import '../../ui/tokens.css';
import '../../ui/base.css';
import { computed } from '@preact/signals';
import { render } from 'preact';
import { navigate } from 'wouter-preact/use-hash-location';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';
import type { Client } from '../../messages/client.ts';
import { makeSession, type Session } from '../../sidebar/shell/session.ts';
import type { PageSession } from '../page.ts';
import { App, type AppOptions } from './App.tsx';
import { openRecord } from './open-record.ts';

/** The full pages, wherever their background runs: in the extension, or in a worker of the web app. */
export function startApp(client: Client, root: HTMLElement, options: AppOptions): Session {
  const { settings, go = navigate, guard } = options;
  const session = makeSession(client, {
    guard,
    open: (card) => {
      // Connecting anew has its place among the settings, where they are.
      if (card.noun !== 'connect' || !settings) return openRecord(card, go);
      location.assign(settings);
      return true;
    },
    go: (path) => {
      if (path !== '/settings') go(path);
      else if (settings) location.assign(settings);
    },
  });
  overwriteGetLocale(() => session.locale.value);
  const { state, locale } = session;
  const page: PageSession = { client, state, locale, link: computed(() => state.value?.link ?? null) };
  render(<App session={session} page={page} {...options} />, root);
  return session;
}
