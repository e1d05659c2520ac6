import { openReply } from './compose.ts';
import { addClass, called, dropClass, el, isCalled, isOn, richNode } from './dom.ts';
import { messageHead } from './message-head.ts';
import { boot, type Message, type Thread } from './state.ts';
import { say } from './words.ts';

const quotes = ['.gmail_quote', '.outlook_quote', '.qq_quote'].map((name) => `:scope > ${name}`).join(', ');

/** Gmail hides what a mail quotes behind three dots; the text stays in the page. */
function hideQuotes(body: HTMLElement): void {
  for (const quote of body.querySelectorAll<HTMLElement>(quotes)) {
    const inner = el('div.adL', { hidden: true });
    const dots = el(
      'div.ajR',
      { role: 'button', tabindex: '0', 'aria-label': say('trimmed'), 'data-tooltip': say('trimmed') },
      '•••',
    );
    dots.addEventListener('click', () => {
      inner.hidden = !inner.hidden;
    });
    quote.before(dots, inner);
    inner.append(quote);
  }
}

function mailBody(message: Message): HTMLElement {
  const content = el('div.a3s.aiL', {}, ...message.body.map(richNode));
  const isForward = /^(Fwd|转发|轉寄)/.test(message.subject);
  if (!isForward) hideQuotes(content);
  if (message.clipped) {
    const whole = `/mail${boot.accountPath}?ui=2&ik=${boot.ik}&view=lg&permmsgid=${message.permId}`;
    const link = el('a', { href: whole, target: '_blank', rel: 'noopener' }, say('whole'));
    content.append(el('br'), el('br'), el('div.iX', {}, `${say('clipped')}  `, link));
  }
  return el('div.ii.gt', {}, content);
}

function ids(message: Message): Record<string, string> {
  if (!isOn('message-ids')) return {};
  return { 'data-message-id': `#${message.permId}`, 'data-legacy-message-id': message.id };
}

const collapsed = (message: Message): HTMLElement =>
  el(
    'div.adf.ads',
    ids(message),
    el('div.gs', {}, messageHead(message, false), el('div.iA.g6', {}, message.snippet)),
  );

function expanded(thread: Thread, message: Message): HTMLElement {
  const reply = el('div.ip.iq', {});
  const answer = (kind: 'reply' | 'replyAll' | 'forward') => {
    const button = el('span.ams.s-answer', { role: 'link', tabindex: '0' }, say(kind));
    button.addEventListener('click', () => openReply({ thread, message, kind, place: reply }));
    return button;
  };
  const body = el('div.s-mailbody', {}, mailBody(message), el('div.hi', {}));
  const answers = el('div.s-answers', {}, answer('reply'), answer('replyAll'), answer('forward'));
  return el(
    'div.adn.ads',
    ids(message),
    el('div.gs', {}, messageHead(message, true), el('div.nH', {}, body)),
    el('div.gA.gt', {}, el('div.gB.xu', {}, reply, answers)),
  );
}

/** What a click inside an open message's header must not fold. */
const ownClicks = '.s-more, .s-unfold, .s-details, [class^=inboxsdk]';

/** A direct child of the list: `kv` while collapsed, `h7` once its text is in the page. */
export function messageElement(thread: Thread, message: Message, isOpen: boolean): HTMLElement {
  const outer = el('div.s-message', { role: 'listitem', tabindex: '-1' });
  const inner = el('div.s-inner', {});
  const expand = () => {
    inner.replaceChildren(expanded(thread, message));
    dropClass(outer, 'kv', 'kQ');
    addClass(outer, 'h7', 'ie');
  };
  const collapse = () => {
    inner.replaceChildren(collapsed(message));
    dropClass(outer, 'h7', 'ie');
    addClass(outer, 'kv');
  };
  outer.append(inner);
  outer.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    if (!isCalled(outer, 'h7')) expand();
    else if (event.target.closest(called('gE')) && !event.target.closest(ownClicks)) collapse();
  });
  if (isOpen) expand();
  else collapse();
  return outer;
}
