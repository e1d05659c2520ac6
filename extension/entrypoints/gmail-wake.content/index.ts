/// <reference types="wxt" />
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';

// Starts the background while Gmail is still loading, so that its index is read when the first thread shows.
export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  runAt: 'document_start',
  main: () => void browser.runtime.sendMessage({ type: 'wake' }).catch(() => undefined),
});
