import { el, isOn } from './dom.ts';
import { boot, type Message } from './state.ts';
import { fullDate, say, shortDate } from './words.ts';

type Address = Message['from'];

const isMe = (address: Address): boolean => address.email === boot.account.email;
const firstName = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? name : (name.split(' ')[0] ?? name);
const table = (kind: string, ...rows: HTMLElement[]): HTMLElement =>
  el(`table.cf.${kind}` as 'table', {}, el('tbody', {}, ...rows));
const marks = ({ email, name }: Address) => ({ email, name, 'data-hovercard-id': email, translate: 'no' });

/** "to me, Ben": the shown names carry the addresses. */
function recipients(message: Message): HTMLElement {
  const everybody = [...message.to, ...message.cc];
  const [only] = everybody;
  if (everybody.length === 1 && only && isMe(only)) {
    const [before, me] = say('toMe').split(' ');
    return el('span.hb', {}, `${before} `, el('span.g2', marks(only), me ?? ''), ' ');
  }
  const names = everybody.flatMap((address, index) => [
    index > 0 ? ', ' : '',
    el('span.g2', marks(address), isMe(address) ? say('me') : firstName(address.name)),
  ]);
  return el('span.hb', {}, `${say('to')} `, ...names, ' ');
}

function details(message: Message): HTMLElement {
  const line = (word: string, value: string) =>
    value ? [el('tr.ajv', {}, el('td', {}, `${word}:`), el('td', {}, value))] : [];
  const all = (addresses: Address[]) => addresses.map(({ name, email }) => `${name} <${email}>`).join(', ');
  return el(
    'div.ajA.s-details',
    { hidden: true },
    table(
      'ajC',
      ...line(say('from'), all([message.from])),
      ...line(say('to'), all(message.to)),
      ...line(say('cc'), all(message.cc)),
      ...line(say('date'), fullDate(message.at)),
      ...line(say('subject'), message.subject),
    ),
  );
}

function recipientRow(message: Message, folded: HTMLElement): HTMLElement {
  const unfold = el('div.ajy.s-unfold', { role: 'button', tabindex: '0', 'aria-label': say('details') }, '▾');
  unfold.addEventListener('click', (event) => {
    event.stopPropagation();
    folded.hidden = !folded.hidden;
  });
  const names = el('div.iw.ajw', {}, isOn('recipients') ? recipients(message) : null);
  return el(
    'tr.acZ.xD',
    {},
    el('td', { colspan: '3' }, table('adz', el('tr', {}, el('td.ady', {}, names, unfold)))),
  );
}

const more = (): HTMLElement =>
  el(
    'div.T-I.J-J5-Ji.aap.L3.s-more',
    { role: 'button', 'aria-haspopup': 'true', 'aria-expanded': 'false', 'aria-label': say('more') },
    '⋮',
  );

/** Who and when; to whom only where the message stands open, as in Gmail. */
export function messageHead(message: Message, isOpen: boolean): HTMLElement {
  const sender = el('span.gD', marks(message.from), el('span', {}, message.from.name));
  const address = isOpen ? el('span.go', {}, `<${message.from.email}>`) : null;
  const name = el('h3.iw', {}, isOn('sender') ? sender : null, ' ', address);
  const date = el(
    'span.g3',
    { title: fullDate(message.at), role: 'gridcell', tabindex: '-1' },
    shortDate(message.at),
  );
  const folded = details(message);
  const firstRow = el(
    'tr.acZ',
    {},
    el('td.gF.gK', {}, table('ix', el('tr', {}, el('td', {}, name)))),
    el('td.gH.bAk', {}, el('div.gK', {}, date)),
    el('td.gH.acX.bAm', {}, isOpen ? more() : null),
  );
  return el(
    'div.gE.iv.gt',
    {},
    table('gJ', firstRow, ...(isOpen ? [recipientRow(message, folded)] : [])),
    isOpen ? folded : null,
  );
}
