import { el, isOn } from './dom.ts';
import { addressOf, boot, isUnread, type Thread } from './state.ts';
import { fullDate, say, shortDate } from './words.ts';

/** Gmail's vertical split shows three table rows a conversation: names and date, subject, labels. */
const isVertical = new URLSearchParams(location.search).get('split') === 'vertical';

/** Gmail names the last senders, the viewer as "me". */
function names(thread: Thread, route: string): HTMLElement {
  const people =
    route === 'sent'
      ? thread.messages.flatMap((message) => (message.from.email === boot.account.email ? message.to : []))
      : thread.messages.map((message) => message.from);
  const unique = [...new Map(people.map((each) => [each.email, each])).values()].slice(-3);
  const spans = unique.flatMap((each, index) => [
    index > 0 ? ', ' : '',
    el(
      `span.${isUnread(thread) ? 'zF' : 'yP'}` as 'span',
      { email: each.email, name: each.name, translate: 'no' },
      each.email === boot.account.email ? say('me') : each.name,
    ),
  ]);
  const count = thread.messages.length > 1 ? el('span.bx0', {}, String(thread.messages.length)) : null;
  return el('div.yW', {}, route === 'sent' ? `${say('to')} ` : null, el('span.bA4', {}, ...spans), count);
}

/** The table rows of a conversation: one, or several in the vertical split. */
export function row(thread: Thread, index: number, route: string): HTMLTableRowElement[] {
  const last = thread.messages.at(-1);
  const subject = thread.subject || say('noSubject');
  const ids = isOn('thread-ids')
    ? {
        'data-thread-id': `#${thread.permId}`,
        'data-legacy-thread-id': thread.id,
        'data-legacy-last-message-id': last?.id ?? '',
      }
    : {};
  const open = (event: MouseEvent): void => {
    if (!event.defaultPrevented)
      location.hash = `#${route === 'search' ? 'all' : route}/${addressOf(thread)}`;
  };
  const named = el('div.y6', {}, el('span.bog', { id: `:t${index}` }, el('span.bqe', ids, subject)));
  const snippet = el('span.y2', {}, el('span.Zt', {}, ' – '), last?.snippet ?? '');
  const date = el(
    'span',
    { title: fullDate(last?.at ?? 0), id: `:d${index}` },
    el('span', {}, shortDate(last?.at ?? 0)),
  );
  const rowId = isOn('row-ids') ? `:s${index}` : null;
  const tick = el('div.oZ-jc.T-Jo.J-J5-Ji.s-tick', {
    role: 'checkbox',
    'aria-checked': 'false',
    'aria-label': subject,
  });
  const made = isVertical
    ? vertical({ thread, route, rowId, tick, named, snippet, date })
    : [wide({ thread, route, rowId, tick, named, snippet, date })];
  for (const element of made) element.addEventListener('click', open);
  return made;
}

type Parts = {
  thread: Thread;
  route: string;
  rowId: string | null;
  tick: HTMLElement;
  named: HTMLElement;
  snippet: HTMLElement;
  date: HTMLElement;
};

const lookOf = (thread: Thread): string => (isUnread(thread) ? 'zE' : 'yO');

function vertical({ thread, route, rowId, tick, named, snippet, date }: Parts): HTMLTableRowElement[] {
  return [
    el(
      `tr.zA.${lookOf(thread)}.apv.s-row.s-upper` as 'tr',
      { id: rowId, role: 'row', tabindex: '-1' },
      el('td.oZ-x3.xY.aid', {}, tick),
      el('td.apU.xY', {}, ''),
      el('td.xY.apt', { colspan: '5' }, names(thread, route), el('div.apm', {}, date)),
    ),
    el(
      `tr.zA.${lookOf(thread)}.s-row.s-upper` as 'tr',
      { role: 'row' },
      el('td', {}, ''),
      el('td', {}, ''),
      el('td.xY.apD', { colspan: '5' }, el('div.xS', { role: 'link' }, el('div.xT', {}, named))),
    ),
    el(
      `tr.zA.${lookOf(thread)}.apw.s-row` as 'tr',
      { role: 'row' },
      el('td', {}, ''),
      el('td', {}, ''),
      el('td.xY.apA', { colspan: '5' }, el('div.apu', {}, snippet)),
    ),
  ];
}

function wide({ thread, route, rowId, tick, named, snippet, date }: Parts): HTMLTableRowElement {
  return el(
    `tr.zA.${lookOf(thread)}.s-row` as 'tr',
    { id: rowId, role: 'row', tabindex: '-1', draggable: 'true' },
    el('td.PF.xY', {}),
    el('td.oZ-x3.xY', {}, tick),
    el(
      'td.apU.xY',
      {},
      el(
        `span.${thread.starred ? 'T-KT-Jp' : 'T-KT'}.s-star` as 'span',
        { role: 'button' },
        thread.starred ? '★' : '☆',
      ),
    ),
    el('td.yX.xY', {}, el('div.afn', {}), names(thread, route)),
    el(
      'td.xY.a4W',
      { role: 'gridcell', tabindex: '0' },
      el('div.xS', { role: 'link' }, el('div.xT', {}, named, snippet)),
    ),
    el('td.yf.xY', {}, ''),
    el('td.xW.xY', {}, date),
  );
}
