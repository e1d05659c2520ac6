import type { Address } from './compose-parts.ts';
import { region, type Start } from './compose-region.ts';
import { close, type Draft, surroundings } from './compose-send.ts';
import { addClass, called, el, isCalled, isOn } from './dom.ts';
import { boot, type Message, type Thread } from './state.ts';
import { say } from './words.ts';

const newNumber = (): string => `r${crypto.getRandomValues(new BigUint64Array(1))[0]}`;
/** A window at the foot of the page: `root > div > div > div[jsaction] > div[role=region]`. */
export function openCompose(start: Start): void {
  const around = surroundings();
  if (!around || !isOn('compose')) return;
  const number = newNumber();
  const draft: Draft = {
    permId: `msg-a:${number}`,
    threadPermId: `thread-a:${number}`,
    target: null,
    thread: null,
    saved: false,
  };
  const root = el('div.nH.Hd.s-dialog', { role: 'dialog', 'aria-label': say('newMessage') });
  const outer = el(
    'div.nH.Hy.aXJ.s-window',
    {},
    titleBar(root),
    el('div', {}, el('div.aaZ', { jsaction: 'sample:.CLIENT' }, region(draft, start, false, root))),
  );
  root.append(outer);
  const place = el('div.nH.nn.s-mole', {}, el('div.AD', {}, el('div', {}, root)));
  around.moles.append(place);
  root.querySelector<HTMLElement>('.s-recipient')?.focus();
}

const picture = (sign: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><text x="8" y="13" text-anchor="middle" font-size="14" fill="gray">${sign}</text></svg>`)}`;

function titleBar(root: HTMLElement): HTMLElement {
  const image = (word: 'minimise' | 'fullscreen' | 'close', sign: string) => {
    const element = el('img.s-title', {
      alt: '',
      src: picture(sign),
      'aria-label': say(word),
      role: 'button',
      tabindex: '1',
    });
    if (word === 'close') element.addEventListener('click', () => close(root));
    if (word === 'minimise') element.addEventListener('click', () => toggle(root));
    return element;
  };
  return el(
    'table.cf.Ht.s-titlebar',
    {},
    el(
      'tbody',
      {},
      el(
        'tr',
        {},
        el('td', {}, el('div.Hp', {}, say('newMessage'))),
        el('td.Hm', {}, image('minimise', '–'), image('fullscreen', '⤢'), image('close', '×')),
      ),
    ),
  );
}

function toggle(root: HTMLElement): void {
  const body = root.querySelector<HTMLElement>(called('aaZ'));
  if (body) body.style.display = body.style.display === 'none' ? '' : 'none';
}

type Reply = { thread: Thread; message: Message; kind: 'reply' | 'replyAll' | 'forward'; place: HTMLElement };

/** Inside a message: `.ip` gets `adB` and holds `.M9`, which is the root. */
export function openReply({ thread, message, kind, place }: Reply): void {
  if (!isOn('compose') || isCalled(place, 'adB')) return;
  const isMe = (address: Address) => address.email === boot.account.email;
  const others = [...message.to, ...message.cc].filter((address) => !isMe(address));
  const answered = isMe(message.from) ? message.to : [message.from];
  const prefix = kind === 'forward' ? 'Fwd: ' : 'Re: ';
  const start: Start = {
    isForward: kind === 'forward',
    to: kind === 'forward' ? [] : answered,
    cc:
      kind === 'replyAll' ? others.filter((each) => !answered.some(({ email }) => email === each.email)) : [],
    subject: thread.subject.startsWith(prefix) ? thread.subject : `${prefix}${thread.subject}`,
  };
  const draft: Draft = {
    permId: `msg-a:${newNumber()}`,
    threadPermId: thread.permId,
    target: message,
    thread,
    saved: false,
  };
  const root = el('div.M9.s-reply', {});
  root.append(region(draft, start, true, root));
  place.append(root);
  addClass(place, 'adB');
  root.querySelector<HTMLElement>('.s-editor')?.focus();
}
