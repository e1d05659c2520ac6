import { el, nest } from './dom.ts';
import { say } from './words.ts';

export type Field = 'to' | 'cc' | 'bcc';
export type Address = { name: string; email: string };

/** One recipient as a chip; the SDK reads its two data attributes. */
function chip({ name, email }: Address, onRemove: () => void): HTMLElement {
  const remove = el('div.afX.s-remove', { 'aria-label': `× ${email}`, role: 'button', tabindex: '-1' }, '×');
  const option = el(
    'div.s-chip',
    {
      role: 'option',
      'data-name': name,
      'data-hovercard-id': email,
      'data-s-name': name,
      'data-s-email': email,
    },
    el('div', {}, name || email),
    remove,
  );
  remove.addEventListener('click', () => {
    option.remove();
    onRemove();
  });
  return option;
}

export const chipsOf = (root: Element, field: Field): Address[] =>
  [...root.querySelectorAll<HTMLElement>(`[data-s-field="${field}"] .s-chip`)].map(({ dataset }) => ({
    name: dataset.sName ?? '',
    email: dataset.sEmail ?? '',
  }));

const parsed = (text: string): Address[] =>
  text.split(/[,;\n]/).flatMap((piece) => {
    const named = piece.match(/^\s*"?(.*?)"?\s*<([^<>\s]+@[^<>\s]+)>\s*$/);
    if (named) return [{ name: named[1] ?? '', email: named[2] ?? '' }];
    const bare = piece.match(/[^\s<>]+@[^\s<>]+/);
    return bare ? [{ name: '', email: bare[0] }] : [];
  });

/**
 * A row of recipients. The SDK walks this very path to hear of changes: one div too few and it falls silent.
 * `tr.bzf > td.eV > div > div > div.anm[name] > div x4 > [role=listbox] > div > div > [role=option]`
 */
export function recipientRow(field: Field, start: Address[], onChange: () => void): HTMLElement {
  const chips = el('div.s-chips', {});
  const input = el('input.s-recipient', {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-label': field === 'to' ? say('recipients') : field,
    type: 'text',
  });
  const add = (addresses: Address[]) => {
    chips.append(...addresses.map((address) => chip(address, onChange)));
    onChange();
  };
  const take = () => {
    const found = parsed(input.value);
    if (found.length === 0) return;
    input.value = '';
    add(found);
  };
  input.addEventListener('paste', (event) => {
    const found = parsed(event.clipboardData?.getData('text/plain') ?? '');
    if (found.length === 0) return;
    event.preventDefault();
    add(found);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', ',', 'Tab'].includes(event.key)) return;
    if (event.key !== 'Tab') event.preventDefault();
    take();
  });
  input.addEventListener('blur', take);
  chips.append(...start.map((address) => chip(address, onChange)));
  const listbox = el(
    'div.s-listbox',
    { role: 'listbox' },
    el('div', {}, chips),
    el('div.s-entry', {}, input),
  );
  const cell = el('div.anm', { name: field }, nest(4, listbox));
  return el('tr.bzf', { 'data-s-field': field }, el('td.eV', {}, nest(2, cell)));
}

/** Opens the row of copies, as Gmail's two small links do. */
export function copyOpeners(table: HTMLElement): HTMLElement {
  const opener = (field: 'cc' | 'bcc', mark: string) => {
    const link = el(
      `span.${mark}.s-copy` as 'span',
      { role: 'link', tabindex: '0' },
      field === 'cc' ? say('cc') : 'Bcc',
    );
    link.addEventListener('click', () => {
      const row = table.querySelector<HTMLElement>(`tr[data-s-field="${field}"]`);
      if (row) row.hidden = false;
      link.remove();
    });
    return link;
  };
  return el('div.s-copies', {}, opener('cc', 'pE'), opener('bcc', 'pB'));
}

/** Send and what stands beside it; all of it must exist or the SDK refuses the window. */
export function bottomBar(onSend: () => void, onSchedule: () => void, onDiscard: () => void): HTMLElement {
  const send = el('div.T-I.J-J5-Ji.aoO.T-I-atl.L3.s-send', { role: 'button', tabindex: '1' }, say('send'));
  send.addEventListener('click', onSend);
  const options = el(
    'div.T-I.J-J5-Ji.hG.s-sendmore',
    { role: 'button', 'aria-haspopup': 'true', 'aria-label': say('options'), tabindex: '1' },
    '▾',
  );
  const later = el('div.J-N', { role: 'menuitem', selector: 'scheduledSend' }, say('schedule'));
  const schedule = el('div.J-M', { role: 'menu', style: 'display:none' }, later);
  const toggle = () => {
    schedule.style.display = schedule.style.display === 'none' ? '' : 'none';
  };
  options.addEventListener('click', toggle);
  later.addEventListener('click', () => {
    toggle();
    onSchedule();
  });
  const discard = el(
    'div.oh.J-Z-I.J-J5-Ji.s-discard',
    { role: 'button', 'aria-label': say('discard'), tabindex: '1' },
    '🗑',
  );
  discard.addEventListener('click', onDiscard);
  const format = el(
    'div.s-plain',
    { role: 'button', tabindex: '1', 'aria-label': 'A' },
    el('div.dv', {}, 'A'),
  );
  const table = el(
    'table.IZ',
    { cellpadding: '0', role: 'group', 'data-s-bar': '' },
    el('colgroup', {}, ...Array.from({ length: 5 }, () => el('col', {}))),
    el(
      'tbody',
      {},
      el(
        'tr.btC',
        {},
        el('td.gU.Up', {}, el('div.J-J5-Ji.btA', {}, el('div.dC', {}, send, options))),
        el('td.gU.aYF-aYJ', {}, format),
        // The SDK puts its buttons as cells before `.oc`.
        el('td.oc.gU.s-room', {}, el('div.aX', {}, el('div.aA4', {}))),
        el('td.gU', {}, el('div.bAK', {}, el('div.eq', {})), schedule),
        el('td.gU.az5', {}, el('div.J-J5-Ji.J-Z-I-J6-H', {}, discard)),
      ),
    ),
  );
  return el('div.aDg', {}, el('div.aDj', {}, el('div.aDh', {}, table)));
}
