/// <reference types="wxt" />
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { inboxSdk } from '../../gmail/inboxsdk/better.ts';
import type { Runtime } from '../../gmail/run.ts';
import { startMailbox } from '../../gmail/start.ts';

export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  exclude: ['firefox'],
  runAt: 'document_end',
  // WXT types `getURL` only where it has generated the list of pages.
  main: () => startMailbox(browser.runtime as unknown as Runtime, document, window, inboxSdk),
});
