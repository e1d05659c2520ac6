import * as InboxSDK from '@inboxsdk/core';

/** What the SDK told us, for the test to read: one attribute on the page's root, JSON by probe. */
const seen: Record<string, unknown[]> = {};

function tell(probe: string, value: unknown): void {
  seen[probe] = [...(seen[probe] ?? []), value];
  document.documentElement.setAttribute('data-probe', JSON.stringify(seen));
}

void start();
async function start() {
  const sdk = await InboxSDK.load(2, 'sdk_sidebookprobe_c726c539d8', {
    // Both on, so that the SDK's own checks of the page speak up; the test's route keeps them from leaving.
    eventTracking: true,
    globalErrorLogging: true,
  });
  tell('load', sdk.User.getEmailAddress());

  const panel = document.createElement('div');
  panel.textContent = 'Probe panel';
  void sdk.Global.addSidebarContentPanel({
    title: 'Probe',
    iconUrl: 'data:image/svg+xml,%3Csvg/%3E',
    el: panel,
  }).then((view) => {
    tell('globalPanel', view !== undefined && view !== null);
    view?.open();
  });

  sdk.Lists.registerThreadRowViewHandler((row) => {
    tell('row', {
      subject: row.getSubject(),
      people: row.getContacts().map((p) => p.emailAddress),
      date: row.getDateString(),
      count: row.getVisibleMessageCount(),
    });
    void row.getThreadIDAsync().then((id) => tell('rowThread', id));
  });

  sdk.Conversations.registerThreadViewHandler((thread) => {
    void (async () => {
      tell('thread', {
        subject: thread.getSubject(),
        id: await thread.getThreadIDAsync(),
        loaded: thread.getMessageViews().length,
        all: thread.getMessageViewsAll().map((m) => m.getSender().emailAddress),
      });
    })();
  });
}
