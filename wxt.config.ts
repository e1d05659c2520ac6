import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'wxt';

const gmail = 'https://mail.google.com/*';

/** Tests only: hosts a test cannot grant by a real permission prompt. The shipped manifest is built without it. */
const grantedHosts = (process.env.SIDEBOOK_GRANTED_HOSTS ?? '').split(',').filter(Boolean);

/** The worker talks to one server whose address only its user knows, so https and loopback are named, not hosts. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // The one script that starts by its address: the worker that reads a file to import.
  'trusted-types sidebook-reader',
].join('; ');

const sharedPermissions = [
  // device token, settings, copies of what waits to be sent; what is on each tab's screen survives the worker's death
  'storage',
  // a click, a chord or a menu item lets us read that one page, once
  'activeTab',
  // runs the page reader after such a click, the page script on sites switched on, and InboxSDK's page part in Gmail
  'scripting',
  // "Add note with selection", "Create lead from selection", "Save page to CRM"
  'contextMenus',
  // sends what waits in the outbox when no sidebar is open
  'alarms',
];

export default defineConfig({
  srcDir: 'extension',
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  outDir: process.env.SIDEBOOK_OUT ?? '.output',
  imports: false,
  manifestVersion: 3,
  // A constant is not written out where it is used: the text of the public suffix list would stand three times in the worker.
  vite: () => ({
    // Tests only: InboxSDK's own checks of the page, which say what they miss.
    define: {
      'import.meta.env.SIDEBOOK_SDK_CHECKS': JSON.stringify(process.env.SIDEBOOK_SDK_CHECKS ?? 'off'),
    },
    build: {
      // Tests only: by which it is found whose code threw.
      sourcemap: process.env.SIDEBOOK_MAPS === 'on' ? ('hidden' as const) : false,
      rolldownOptions: { optimization: { inlineConst: false } },
    },
    worker: { format: 'es' },
  }),
  hooks: {
    // InboxSDK injects this file by exactly this name from the extension's root; Firefox gets no InboxSDK.
    'build:publicAssets': (wxt, files) => {
      if (wxt.config.browser === 'firefox') return;
      const sdk = dirname(createRequire(import.meta.url).resolve('@inboxsdk/core'));
      files.push({ absoluteSrc: join(sdk, 'pageWorld.js'), relativeDest: 'pageWorld.js' });
    },
  },
  manifest: ({ browser }) => {
    const firefox = browser === 'firefox';
    return {
      name: '__MSG_name__',
      description: '__MSG_description__',
      default_locale: 'en',
      permissions: firefox ? sharedPermissions : [...sharedPermissions, 'sidePanel'],
      // Gmail only. Every other site is a click (activeTab) or a switch that the user turns on and can turn off.
      host_permissions: [gmail, ...grantedHosts],
      // Asked by the switch for reminders alone; it adds nothing to what is asked at installation.
      optional_permissions: ['notifications'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      // Nothing of a private window is ever seen or kept.
      incognito: 'not_allowed',
      icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
      action: {
        default_title: '__MSG_open__',
        default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' },
      },
      options_ui: { page: 'options.html', open_in_tab: true },
      ...(firefox
        ? {
            sidebar_action: {
              default_panel: 'sidebar.html',
              default_title: 'Sidebook',
              open_at_install: false,
            },
          }
        : { side_panel: { default_path: 'sidebar.html' }, minimum_chrome_version: '133' }),
      // Browsers take at most four suggested keys, each with Ctrl or Alt. Chrome's own tab groups hold Alt+Shift+C and N; in
      // Firefox Alt+Shift and a letter of its menu bar (F E V S B T H) opens that menu instead.
      commands: {
        _execute_action: {
          suggested_key: { default: firefox ? 'Alt+Shift+O' : 'Alt+Shift+S' },
          description: '__MSG_open__',
        },
        log: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_log__' },
        note: { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_note__' },
        search: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_search__' },
      },
      content_security_policy: { extension_pages: contentSecurityPolicy },
      // The one page that may stand in a frame; its address changes, so a site cannot tell that Sidebook is there.
      web_accessible_resources: [
        {
          resources: ['sidebar.html'],
          matches: ['https://*/*', 'http://*/*'],
          ...(firefox ? {} : { use_dynamic_url: true }),
        },
      ],
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'sidebook@sidebook.app',
                strict_min_version: '140.0',
                // Logging sends mail and page text to the server that the user connected, and to nobody else.
                data_collection_permissions: {
                  required: ['personalCommunications', 'personallyIdentifyingInfo', 'websiteContent'],
                },
              },
            },
          }
        : {}),
    };
  },
});
