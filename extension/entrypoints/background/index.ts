import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { keepEarly } from '../../messages/early.ts';
import { senderOf } from '../../messages/sender.ts';
import { listenToCommands } from './commands.ts';
import { injectPageWorld, takeFromTab } from './from-tab.ts';
import { openBackground, ourselves } from './open.ts';
import { joinOpenMailboxes } from './open-mailboxes.ts';
import { isReminder, listenToReminders } from './reminders.ts';
import { watchSites } from './sites.ts';

/** Listeners are set in the worker's first turn, else a waking event is lost; each waits for what it needs. */
const background: ReturnType<typeof defineBackground> = defineBackground({
  type: 'module',
  main() {
    const self = ourselves();
    const ready = openBackground();

    browser.runtime.onConnect.addListener((port) => {
      const patient = keepEarly(port);
      ready.then(({ ports }) => ports.connect(patient), reportError);
    });
    browser.runtime.onMessage.addListener((message, sender, respond) => {
      const from = senderOf(sender, self);
      if (from?.kind !== 'content') return undefined;
      if (injectPageWorld(message, from)) return respond(true);
      ready
        .then((background) => takeFromTab(background, message, from))
        .then(respond, (cause: unknown) => {
          respond(null);
          reportError(cause);
        });
      return true;
    });
    browser.tabs.onRemoved.addListener((tabId) => {
      ready.then(({ desk, rows, marks, places }) => {
        desk.sessions.forget(tabId);
        for (const kept of [rows, marks, places]) kept.forget(tabId);
      }, reportError);
    });
    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status === 'loading') ready.then(({ page }) => page.left(tabId)).catch(reportError);
      if (status === 'complete')
        ready
          .then(({ page, ports }) => (ports.isOpen(tabId) ? page.arrived(tabId) : undefined))
          .catch(reportError);
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      ready.then(({ remind, syncAll }) => (isReminder(name) ? remind() : syncAll())).catch(reportError);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.tabs.create({ url: `${self.origin}/welcome.html` });
      if (reason === 'install' || reason === 'update') joinOpenMailboxes().catch(reportError);
    });
    watchSites();
    listenToCommands(ready);
    listenToReminders(ready);
  },
});

export default background;
