import { browser } from 'wxt/browser';
import type { FromBackground } from './calls.ts';
import type { Client } from './client.ts';
import { clientOver, type PagePort } from './over-port.ts';

/** An updated extension leaves this page orphaned: then there is nobody to connect to any more. */
const isOrphaned = (): boolean => !browser.runtime?.id;

function openPort(): PagePort {
  const port = browser.runtime.connect({ name: 'sidebar' });
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) =>
      port.onMessage.addListener((message: unknown) => listener(message as FromBackground)),
    onDisconnect: (listener) => port.onDisconnect.addListener(() => listener()),
  };
}

/** A client over the browser's own ports to the extension's background. */
export function connect(): Client {
  const framed = window.top !== window;
  // A page of our own has its place behind the #.
  const nonce = framed ? location.hash.slice(1).split('/', 1)[0] || null : null;
  let tabId: number | null = null;

  /** The side panel belongs to no tab: it shows the one in front. */
  async function frontTab(): Promise<number | null> {
    if (framed || (await browser.tabs.getCurrent())) return null;
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front?.id ?? null;
  }

  const client = clientOver({
    open: openPort,
    isOver: isOrphaned,
    self: async () => {
      tabId = framed ? null : await frontTab();
      return { nonce, tabId };
    },
  });
  if (!framed)
    browser.tabs.onActivated.addListener(() => {
      if (tabId !== null) client.greetAgain();
    });
  return client;
}
