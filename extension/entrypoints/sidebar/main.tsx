import { browser } from 'wxt/browser';
import { connect } from '../../messages/port.ts';
import { startSidebar } from '../../sidebar/index.tsx';
import { panelOpener } from '../../sidebar/shell/panelOpener.ts';

const framed = window.top !== window;
/** Behind the nonce, where a mailbox shows a full page instead of the panel: `#<nonce>/board`. */
const path = framed ? location.hash.replace(/^#[^/]*/, '') : '';

const root = document.getElementById('root');
if (root && path)
  import('../../app/shell/startFramed.ts').then(
    ({ startFramed }) => startFramed(connect(), root, path),
    reportError,
  );
else if (root) {
  const client = connect();
  startSidebar(client, root, {
    openPanel: panelOpener(browser, framed),
    ...(framed && {
      go: (to: string) => {
        if (to === '/settings') window.open('options.html', '_blank', 'noreferrer');
        // Without an answer nothing opens, and nothing is lost.
        else client.call('goTo', { path: to }).catch(() => undefined);
      },
    }),
  });
}
