import { surround } from './compose-send.ts';
import { addClass, isOn } from './dom.ts';
import { buildFrame, type Frame } from './frame.ts';
import { listenToKeys } from './keys.ts';
import { isReadingPane, type ListView, listView } from './list.ts';
import { messageElement } from './message.ts';
import { showPlace } from './nav.ts';
import {
  addressOf,
  allThreads,
  boot,
  isUnread,
  loadThreads,
  markRead,
  type Thread,
  threadOf,
} from './state.ts';
import { threadElement, threadView } from './thread.ts';
import { askForThread } from './wire.ts';
import { say } from './words.ts';

/** Hashes that are Gmail's own; at any other one the page stays as it is, for an extension's route. */
const routes = [
  'inbox',
  'starred',
  'sent',
  'drafts',
  'all',
  'search',
  'spam',
  'trash',
  'snoozed',
  'imp',
  'label',
  'category',
  'scheduled',
  'settings',
  'contacts',
];

let shown: { key: string; list: ListView | null } | null = null;

function title(frame: Frame, thread: Thread | undefined): void {
  const unread = allThreads().filter((each) => each.labels.includes('inbox') && isUnread(each)).length;
  const place = thread?.subject || `${say('inbox')}${unread ? ` (${unread})` : ''}`;
  document.title = `${place} - ${boot.account.email} - ${say('sample')}`;
  frame.views.setAttribute('data-shown', thread ? addressOf(thread) : '');
}

function show(frame: Frame, force = false, instead?: string): void {
  const [route = 'inbox', first = ''] = location.hash.replace(/^#/, '').split('/').map(decodeURIComponent);
  const name = route === '' ? 'inbox' : route;
  if (!routes.includes(name)) {
    if (instead) showPlaceOf(frame, instead, '', force);
    return;
  }
  showPlaceOf(frame, name, first, force);
}

function showPlaceOf(frame: Frame, name: string, first: string, force: boolean): void {
  const words = name === 'search' ? first : '';
  const thread = name === 'search' ? undefined : threadOf(first);
  const listKey = `${name}/${words}`;
  showPlace(name);
  title(frame, thread);
  if (thread && !isReadingPane) {
    shown = { key: `${name}/${thread.id}`, list: null };
    askForThread(thread);
    frame.views.replaceChildren(threadView(thread, () => (location.hash = `#${name}`)));
    markRead(thread);
    return;
  }
  if (force || shown?.key !== listKey || !shown.list) {
    shown = { key: listKey, list: listView(name, words) };
    if (shown.list) frame.views.replaceChildren(shown.list.element);
  }
  const pane = shown.list?.pane;
  if (thread && pane) {
    askForThread(thread);
    pane.replaceChildren(threadElement(thread));
    markRead(thread);
  }
}

/** `?late=3000`: Gmail shows nothing of its own for so long. */
const late = Number(new URLSearchParams(location.search).get('late') ?? 0);
if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
await loadThreads();
listenToKeys();
const frame = buildFrame();
surround({
  moles: frame.moles,
  notice: frame.notice,
  onSent(permId) {
    const thread = allThreads().find((each) => each.messages.some((message) => message.permId === permId));
    const message = thread?.messages.find((each) => each.permId === permId);
    const list = frame.views.querySelector('.s-messages');
    const isOpen = thread && frame.views.getAttribute('data-shown') === addressOf(thread);
    if (thread && message && list && isOpen) list.append(messageElement(thread, message, true));
    else if (shown?.list) show(frame, true);
  },
});
/** For tests: opens a conversation as a click on its row does, and tells its id; there may be no row. */
Object.assign(window, {
  sampleOpen(subject: string): string {
    const thread = allThreads().find((each) => each.subject === subject);
    if (thread) location.hash = `#inbox/${addressOf(thread)}`;
    return thread?.id ?? '';
  },
});
window.addEventListener('hashchange', () => show(frame));
if (!location.hash) history.replaceState(null, '', '#inbox');
const poppedOut = allThreads().find(
  ({ permId }) => `#${permId}` === new URLSearchParams(location.search).get('th'),
);
// A conversation in a window of its own: no list, no column, nothing on the left.
if (poppedOut && location.pathname.endsWith('/popout')) {
  addClass(document.body, 'aAU', 'xE', 'Su');
  frame.views.replaceChildren(threadView(poppedOut, () => window.close()));
}
// Opened at an address that is not its own, it begins with the inbox and lets the address stand.
else if (isOn('views')) show(frame, false, 'inbox');
