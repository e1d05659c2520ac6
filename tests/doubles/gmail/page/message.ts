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

/** Gmail's own cards: `type:name:address` in an attribute, the size in words of the interface. */
function fileCards(message: Message): HTMLElement | null {
  if (message.files.length === 0 || !isOn('attachments')) return null;
  const cards = message.files.map(({ name, type, size }, index) => {
    const base = `https://mail.google.com/mail${boot.accountPath}`;
    const url = `${base}?ui=2&ik=${boot.ik}&attid=0.${index + 1}&permmsgid=${message.permId}&th=${message.id}&view=att&disp=safe`;
    const unit = size >= 1_000_000 ? 'megabyte' : 'kilobyte';
    const shown = new Intl.NumberFormat(boot.language, {
      style: 'unit',
      unit,
      maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
    }).format(size / (unit === 'megabyte' ? 1_000_000 : 1_000));
    return el(
      'span.aZo.N5jrZb.s-card',
      { download_url: `${type}:${name}:${url}`, draggable: 'true' },
      el('a.aQy', { href: url.replace('disp=safe', 'disp=inline'), target: '_blank', rel: 'noopener' }, '📎'),
      el('div.aQA', {}, el('span.aV3', {}, name)),
      el('div.aYp', {}, el('span.SaH2Ve', {}, shown)),
    );
  });
  return el('div.hq.gt', {}, el('div.hp', {}), el('div.aQH', {}, ...cards, el('div.aZK', {})));
}

function expanded(thread: Thread, message: Message): HTMLElement {
  const reply = el('div.ip.iq', {});
  const answer = (kind: 'reply' | 'replyAll' | 'forward') => {
    const button = el('span.ams.s-answer', { role: 'link', tabindex: '0' }, say(kind));
    button.addEventListener('click', () => openReply({ thread, message, kind, place: reply }));
    return button;
  };
  const body = el('div.s-mailbody', {}, mailBody(message), fileCards(message), el('div.hi', {}));
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
