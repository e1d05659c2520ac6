import * as InboxSDK from '@inboxsdk/core';

/** What the SDK told us, for the test to read: one attribute on the page's root, JSON by probe. */
const seen: Record<string, unknown[]> = {};

function tell(probe: string, value: unknown): void {
  seen[probe] = [...(seen[probe] ?? []), value ?? null];
  document.documentElement.setAttribute('data-probe', JSON.stringify(seen));
}
const ask = (probe: string, promise: Promise<unknown>): void => {
  promise.then(
    (value) => tell(probe, value),
    (error: unknown) => tell('failed', `${probe}: ${String(error)}`),
  );
};
const textElement = (text: string): HTMLElement => {
  const element = document.createElement('div');
  element.textContent = text;
  return element;
};

async function probe(): Promise<void> {
  const sdk = await InboxSDK.load(2, 'sdk_sidebookprobe_c726c539d8', {
    // Both on, so that the SDK's own checks of the page speak up; the test's route keeps them from leaving.
    eventTracking: true,
    globalErrorLogging: true,
  });
  tell('load', sdk.User.getEmailAddress());
  globals(sdk);
  lists(sdk);
  threads(sdk);
  composes(sdk);
}

function globals(sdk: InboxSDK.InboxSDK): void {
  const panel = sdk.Global.addSidebarContentPanel({
    title: 'Probe',
    iconUrl,
    el: textElement('Global panel'),
  });
  ask(
    'globalPanel',
    panel.then((view) => Boolean(view)),
  );
  sdk.Router.handleAllRoutes((route) =>
    tell('route', { id: route.getRouteID(), type: route.getRouteType() }),
  );
  sdk.Router.handleCustomRoute('probe-route', (route) => {
    route.getElement().append(textElement('Custom route'));
    tell('customRoute', true);
  });
  const item = sdk.NavMenu.addNavItem({ name: 'Probe item', routeID: 'probe-route', iconUrl });
  tell('navItem', Boolean(item));
  sdk.Toolbars.registerThreadButton({
    title: 'Probe button',
    iconUrl,
    onClick: () => tell('threadButton', true),
  });
}

function lists(sdk: InboxSDK.InboxSDK): void {
  sdk.Lists.registerThreadRowViewHandler((row) => {
    tell('row', {
      subject: row.getSubject(),
      people: row.getContacts().map(({ emailAddress }: { emailAddress: string }) => emailAddress),
      date: row.getDateString(),
      count: row.getVisibleMessageCount(),
    });
    ask('rowThread', row.getThreadIDAsync());
    row.addLabel({ title: 'Probe' });
  });
}

function threads(sdk: InboxSDK.InboxSDK): void {
  sdk.Conversations.registerThreadViewHandler((thread) => {
    tell('thread', {
      subject: thread.getSubject(),
      loaded: thread.getMessageViews().length,
      senders: thread.getMessageViewsAll().map((message) => message.getSender().emailAddress),
    });
    ask('threadId', thread.getThreadIDAsync());
    thread.addSidebarContentPanel({ title: 'Probe thread', iconUrl, el: textElement('Thread panel') });
    thread.addLabel();
    thread.addNoticeBar();
  });
  sdk.Conversations.registerMessageViewHandler((message) => {
    tell('message', {
      sender: message.getSender(),
      to: message.getRecipientEmailAddresses(),
      date: message.getDateString(),
      body: message.getBodyElement().textContent?.slice(0, 40),
    });
    ask('messageId', message.getMessageIDAsync());
    ask('recipientsFull', message.getRecipientsFull());
  });
}

function composes(sdk: InboxSDK.InboxSDK): void {
  document.addEventListener('probe-compose', () =>
    ask('opened', sdk.Compose.openNewComposeView().then(Boolean)),
  );
  sdk.Compose.registerComposeViewHandler((compose) => {
    tell('compose', {
      isReply: compose.isReply(),
      isInline: compose.isInlineReplyForm(),
      to: compose.getToRecipients().map(({ emailAddress }) => emailAddress),
      subject: compose.getSubject(),
    });
    compose.addButton({ title: 'Probe compose', iconUrl, onClick: () => tell('composeButton', true) });
    compose.addStatusBar({ height: 30 }).el.append(textElement('Status bar'));
    compose.on('recipientsChanged', (event) =>
      tell(
        'recipientsChanged',
        event.to.added.map((each) => each.emailAddress),
      ),
    );
    compose.on('subjectChanged', () => tell('subjectChanged', compose.getSubject()));
    compose.on('bodyChanged', () => tell('bodyChanged', true));
    compose.on('presending', () => tell('presending', true));
    compose.on('sending', () => tell('sending', true));
    compose.on('sent', (event) => {
      ask('sentThread', event.getThreadID());
      ask('sentMessage', event.getMessageID());
    });
    compose.on('destroy', () => tell('composeGone', true));
    document.addEventListener('probe-close', () => compose.close(), { once: true });
    document.addEventListener(
      'probe-recipients',
      () => compose.setToRecipients(['set.by.sdk@acme-orchards.example']),
      { once: true },
    );
  });
}

const iconUrl = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';
void probe();
