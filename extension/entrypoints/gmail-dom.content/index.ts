/// <reference types="wxt" />
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Runtime } from '../../gmail/run.ts';
import { startMailbox } from '../../gmail/start.ts';

// InboxSDK's support of Firefox is an unmerged change; there our own reading is the only level.
export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  include: ['firefox'],
  runAt: 'document_end',
  main: () => startMailbox(browser.runtime as unknown as Runtime, document, window, null),
});
