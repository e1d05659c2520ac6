/** Inside `evaluate` a test's function runs in the extension's worker, where this is the browser's own. */
declare const chrome: typeof import('wxt/browser').browser;
declare namespace chrome {
  namespace tabs {
    type Tab = import('wxt/browser').Browser.tabs.Tab;
  }
}
