import './phone.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import * as m from '../../shared/i18n/compiled/messages.js';
import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import { pages } from '../app/shell/pages.ts';
import { startApp } from '../app/shell/start.tsx';
import type { Client } from '../messages/client.ts';
import { clientOver } from '../messages/over-port.ts';
import type { Locale } from '../messages/state.ts';
import { browserLocale } from '../sidebar/shell/browserLocale.ts';
import { deviceName } from '../sidebar/shell/deviceName.ts';
import { errorText } from '../sidebar/shell/errorText.ts';
import { trustedUrls } from '../ui/trustedUrls.ts';
import { channelName } from './channel.ts';
import { watchInstalling } from './install.ts';
import { localeHint } from './locale-hint.ts';
import { codeIn, holdsCode } from './pairing.ts';
import { Renewed } from './Renewed.tsx';
import { watchRenewal } from './renewal.ts';
import { Start } from './Start.tsx';
import { Unable } from './Unable.tsx';
import { wayToLeader } from './way.ts';
import workerUrl from './worker.ts?worker&url';

/** The one language that this code speaks; written in by the build. */
declare const __LOCALE__: Locale;

const serviceWorkerUrl = '/app/service-worker.js';
const fault = signal<ErrorCode | null>(null);

/** Its workers: one for all tabs where the browser can, else one each, of which one leads. */
function connect(trusted: (url: string) => string): Client {
  const url = trusted(workerUrl);
  let mine: MessagePort | Worker | null = null;
  const way = wayToLeader({
    channel: new BroadcastChannel(channelName),
    locks: navigator.locks,
    id: crypto.randomUUID(),
    spawn: () => {
      mine =
        'SharedWorker' in globalThis
          ? new SharedWorker(url, { type: 'module', name: 'sidebook' }).port
          : new Worker(url, { type: 'module' });
    },
    pushAside: () => mine?.postMessage('lead'),
    report: reportError,
    after: (ms, run) => void setTimeout(run, ms),
  });
  return clientOver(way);
}

/** Turns the code that the server's page sent back into a place of this browser. */
async function pair(client: Client, code: string): Promise<void> {
  try {
    const link = `${location.origin}/pair#${code}`;
    await client.call('pair', { link, deviceName: `${deviceName()} · ${location.pathname}` });
    // What waits to be sent is not to be cleared away by a browser that is short of room.
    await navigator.storage.persist();
  } catch (cause) {
    if (!(cause instanceof CodedError)) throw cause;
    fault.value = cause.code;
  }
}

function start(root: HTMLElement): void {
  const code = codeIn(location.hash, sessionStorage);
  if (holdsCode(location.hash)) history.replaceState(null, '', location.pathname);
  const trusted = trustedUrls('sidebook', [workerUrl, serviceWorkerUrl]);
  const client = connect(trusted);
  const renew = watchRenewal(navigator.serviceWorker, trusted(serviceWorkerUrl));
  watchInstalling();
  pages.push({ path: '/device', load: async () => (await import('./Device.tsx')).Device });
  const session = startApp(client, root, {
    settings: '#/device',
    notice: () => <Renewed renew={renew} />,
    connect: () => <Start fault={fault.value && errorText(fault.value)} />,
  });
  if (code) void pair(client, code);
  session.state.subscribe((state) => {
    // Of another language is other code; asked for once, whatever becomes of it.
    if (!state || state.locale === __LOCALE__ || localeHint.get() === state.locale) return;
    localeHint.set(state.locale);
    location.reload();
  });
}

const root = document.getElementById('root');
if (root && isSecureContext && 'locks' in navigator && 'serviceWorker' in navigator) start(root);
else if (root) {
  const locale = browserLocale();
  overwriteGetLocale(() => locale);
  document.documentElement.lang = locale;
  render(<Unable why={isSecureContext ? m.web_old_browser() : m.web_insecure()} />, root);
}
