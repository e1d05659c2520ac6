import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type PageRuntime, watchPage } from '../dock/watch-page.ts';

/** Registered at run time for the sites that the user switched on; the manifest names none. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  // WXT types `getURL` only where it has generated the list of pages.
  main: (context) => watchPage(window, browser.runtime as unknown as PageRuntime, context.signal),
});
