import { addClass, el, isOn } from './dom.ts';
import { manyThreads } from './many.ts';
import { row } from './row.ts';
import { allThreads, type Thread } from './state.ts';
import { toolbar } from './toolbar.ts';
import { say } from './words.ts';

const query = new URLSearchParams(location.search);
/** Beside the list or under it. */
export const isReadingPane = ['right', 'below'].includes(query.get('pane') ?? '');
/** Rows in so many more conversations than the sample has. */
const more = Number(query.get('rows') ?? 0);
/** Gmail's list inside of sections, as with multiple inboxes and in some searches. */
const isInSections = query.get('shape') === 'sections';

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

export type ListView = { element: HTMLElement; pane: HTMLElement | null };

export function listView(route: string, words: string): ListView {
  const known = isOn('rows') ? threadsIn(route, words) : [];
  const threads = [...known, ...manyThreads(route === 'inbox' ? more - known.length : 0)];
  const table = el(
    query.get('density') === 'compact' ? 'table.F.cf.zt.s-grid.s-compact' : 'table.F.cf.zt.s-grid',
    { role: 'grid', id: ':list' },
    el(
      'colgroup',
      {},
      ...['k0vOLb', 'Ci', 'y5', 'yY', '', 'yg', 'xX'].map((name) =>
        el(name ? (`col.${name}` as 'col') : 'col', {}),
      ),
    ),
    el('tbody', {}, ...threads.flatMap((thread, index) => row(thread, index, route))),
  );
  const rows = el(
    'div.ae4.UI.UJ',
    { gh: 'tl' },
    el('div.Cp', {}, el('div', {}, table)),
    threads.length === 0 ? el('div.s-empty', {}, say('nobody')) : null,
  );
  const pane = isReadingPane ? el('div.ao9.s-pane', {}, el('div.apa.s-pick', {}, say('pick'))) : null;
  const parts = [
    toolbar(),
    isOn('list') ? rows : null,
    // Without a reading pane Gmail has no `.aia`; an empty one makes the SDK wait 15 s for a thread in it.
    pane ? el('div.aia', {}, pane) : null,
  ];
  const element = isInSections
    ? el(
        'div.bGI.nH.s-view',
        {},
        el(
          'div.bf5',
          {},
          el('div.bv9', {}, el('div.bGC', {}, el('div.bGI.s-view', { role: 'main' }, ...parts))),
        ),
      )
    : el('div.bGI.nH.s-view', { role: 'main' }, ...parts);
  if (pane) addClass(element, 's-split', ...(query.get('pane') === 'below' ? ['s-below'] : []));
  return { element, pane };
}
