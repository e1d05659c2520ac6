import { addClass, dropClass, el, isOn } from './dom.ts';
import { messageElement } from './message.ts';
import { opensAtOnce, type Thread } from './state.ts';
import { toolbar } from './toolbar.ts';
import { say } from './words.ts';

/** Gmail folds a long run of read messages into one line with their number. */
const foldFrom = 4;

function messageList(thread: Thread): HTMLElement {
  const open = opensAtOnce(thread);
  const messages = thread.messages.map((message) => messageElement(thread, message, open.has(message)));
  const run = thread.messages.slice(1, -1).filter((message) => !open.has(message));
  if (run.length >= foldFrom - 1) {
    const hidden = messages.slice(1, -1).filter((_, index) => !open.has(thread.messages[index + 1] as never));
    const count = el('span', {}, String(hidden.length));
    const button = el(
      'span.adx.s-folded',
      { role: 'button', tabindex: '0', 'aria-label': `${hidden.length} ${say('older')}` },
      count,
    );
    const unfold = () => {
      for (const each of hidden) dropClass(each, 'kQ');
      button.remove();
    };
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      unfold();
    });
    for (const each of hidden) addClass(each, 'kQ');
    const [at] = hidden;
    if (at) addClass(at, 'adv');
    at?.prepend(el('div.G3.G2.s-fold', {}, button));
  }
  return el('div.s-messages', { role: 'list' }, ...messages);
}

/** `.a98.iY`, the thread's element: in a view of its own or directly in the reading pane. */
export function threadElement(thread: Thread): HTMLElement {
  const ids = {
    'data-thread-perm-id': thread.permId,
    'data-legacy-thread-id': isOn('thread-ids') ? thread.id : null,
  };
  const heading = el('h2.hP', { ...ids, tabindex: '-1' }, thread.subject || say('noSubject'));
  return el(
    'div.nH.a98.iY.s-thread',
    {},
    el(
      'div.nH.V8djrc.byY',
      {},
      el('div.ha', {}, isOn('subject') ? heading : null, el('span.J-J5-Ji', {})),
      el('div.bHJ', {}),
    ),
    el('div.nH.aHU', {}, el('div.nH', {}, messageList(thread)), el('div.amn', {})),
  );
}

export function threadView(thread: Thread, back: () => void): HTMLElement {
  return el('div.nH.s-view', { role: 'main' }, toolbar(back), el('div.g.id', {}, threadElement(thread)));
}
