import { addClass, el, isOn } from './dom.ts';
import { allThreads, boot, isUnread, type Thread } from './state.ts';
import { toolbar } from './toolbar.ts';
import { fullDate, say, shortDate } from './words.ts';

export const isReadingPane = new URLSearchParams(location.search).get('pane') === 'right';

export function threadsIn(route: string, words: string): Thread[] {
  const all = allThreads();
  if (route === 'sent') return all.filter((thread) => thread.labels.includes('sent'));
  if (route === 'inbox') return all.filter((thread) => thread.labels.includes('inbox'));
  if (route === 'starred') return all.filter((thread) => thread.starred);
  if (route === 'all') return all;
  if (route !== 'search') return [];
  const asked = words.toLowerCase();
  return all.filter((thread) =>
    [
      thread.subject,
      ...thread.messages.flatMap(({ from, snippet }) => [from.name, from.email, snippet]),
    ].some((text) => text.toLowerCase().includes(asked)),
  );
}

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

function row(thread: Thread, index: number, route: string): HTMLTableRowElement {
  const last = thread.messages.at(-1);
  const subject = thread.subject || say('noSubject');
  const ids = isOn('thread-ids')
    ? {
        'data-thread-id': `#${thread.permId}`,
        'data-legacy-thread-id': thread.id,
        'data-legacy-last-message-id': last?.id ?? '',
      }
    : {};
  const element = el(
    `tr.zA.${isUnread(thread) ? 'zE' : 'yO'}.s-row` as 'tr',
    { id: isOn('row-ids') ? `:s${index}` : null, role: 'row', tabindex: '-1', draggable: 'true' },
    el('td.PF.xY', {}),
    el(
      'td.oZ-x3.xY',
      {},
      el('div.oZ-jc.T-Jo.J-J5-Ji.s-tick', {
        role: 'checkbox',
        'aria-checked': 'false',
        'aria-label': subject,
      }),
    ),
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
      el(
        'div.xS',
        { role: 'link' },
        el(
          'div.xT',
          {},
          el('div.y6', {}, el('span.bog', { id: `:t${index}` }, el('span.bqe', ids, subject))),
          el('span.y2', {}, el('span.Zt', {}, ' – '), last?.snippet ?? ''),
        ),
      ),
    ),
    el('td.yf.xY', {}, ''),
    el(
      'td.xW.xY',
      {},
      el(
        'span',
        { title: fullDate(last?.at ?? 0), id: `:d${index}` },
        el('span', {}, shortDate(last?.at ?? 0)),
      ),
    ),
  );
  element.addEventListener('click', (event) => {
    if (!event.defaultPrevented) location.hash = `#${route === 'search' ? 'all' : route}/${thread.id}`;
  });
  return element;
}

export type ListView = { element: HTMLElement; pane: HTMLElement | null };

export function listView(route: string, words: string): ListView {
  const threads = isOn('rows') ? threadsIn(route, words) : [];
  const table = el(
    'table.F.cf.zt.s-grid',
    { role: 'grid', id: ':list' },
    el(
      'colgroup',
      {},
      ...['k0vOLb', 'Ci', 'y5', 'yY', '', 'yg', 'xX'].map((name) =>
        el(name ? (`col.${name}` as 'col') : 'col', {}),
      ),
    ),
    el('tbody', {}, ...threads.map((thread, index) => row(thread, index, route))),
  );
  const rows = el(
    'div.ae4.UI.UJ',
    { gh: 'tl' },
    el('div.Cp', {}, el('div', {}, table)),
    threads.length === 0 ? el('div.s-empty', {}, say('nobody')) : null,
  );
  const pane = isReadingPane ? el('div.ao9.s-pane', {}, el('div.apa.s-pick', {}, say('pick'))) : null;
  const element = el(
    'div.bGI.nH.s-view',
    { role: 'main' },
    toolbar(),
    isOn('list') ? rows : null,
    // Without a reading pane Gmail has no `.aia`; an empty one makes the SDK wait 15 s for a thread in it.
    pane ? el('div.aia', {}, pane) : null,
  );
  if (pane) addClass(element, 's-split');
  return { element, pane };
}
