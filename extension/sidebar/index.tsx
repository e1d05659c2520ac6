import './base.ts';
import { render } from 'preact';
import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import type { Client } from '../messages/client.ts';
import { makeGuard } from './guard/guard.ts';
import { App } from './shell/App.tsx';
import { makeSession, type Session, type SessionOptions } from './shell/session.ts';

/** Draws the application into an element; the language follows the pushed state. */
export function startSidebar(client: Client, root: HTMLElement, options: SessionOptions = {}): Session {
  const recordHref = (noun: string, id: string) => `app.html#/${noun}/${id}`;
  const session = makeSession(client, { recordHref, guard: makeGuard(), ...options });
  overwriteGetLocale(() => session.locale.value);
  render(<App session={session} />, root);
  return session;
}
