import { type Address, bottomBar, copyOpeners, type Field, recipientRow } from './compose-parts.ts';
import { close, type Draft, save, schedule, send } from './compose-send.ts';
import { el } from './dom.ts';
import { openSchedule } from './schedule.ts';
import { say } from './words.ts';

export type Start = { to?: Address[]; cc?: Address[]; subject?: string; isForward?: boolean };
let windows = 0;

const hidden = (name: string, value: string): HTMLElement => el('input', { type: 'hidden', name, value });

/** Gmail's ids of a draft stand in hidden fields of the window. */
const idForm = (draft: Draft): HTMLElement =>
  el(
    'form.bAs',
    {},
    hidden('composeid', String(windows)),
    hidden('draft', `#${draft.permId}`),
    hidden('rm', draft.target ? `#${draft.target.permId}` : 'undefined'),
    hidden('lts', draft.thread?.id ?? ''),
    hidden('from', ''),
  );

function recipientTable(start: Start, onChange: () => void): HTMLElement {
  const rows = (['to', 'cc', 'bcc'] as const).map((field: Field) => {
    const row = recipientRow(
      field,
      field === 'to' ? (start.to ?? []) : field === 'cc' ? (start.cc ?? []) : [],
      onChange,
    );
    if (field !== 'to' && (field === 'bcc' || !start.cc?.length)) row.hidden = true;
    return row;
  });
  return el('table.GS', {}, el('tbody', {}, ...rows));
}

function topForm(start: Start, isInline: boolean, onChange: () => void): HTMLElement {
  const table = recipientTable(start, onChange);
  const subject = el('input.aoT.s-subject', {
    name: 'subjectbox',
    placeholder: say('subject'),
    'aria-label': say('subject'),
    value: start.subject ?? '',
  });
  subject.addEventListener('input', onChange);
  const people = isInline
    ? el(
        'div',
        {},
        el(
          'table',
          { role: 'presentation' },
          el(
            'tbody',
            {},
            el(
              'tr',
              {},
              el('td.s-type', {}, responseType(start.isForward)),
              el('td.Iy', {}, el('div.fX', {}, table)),
            ),
          ),
        ),
      )
    : el('div', {}, table);
  const form = el(
    'form.aoI.s-top',
    {},
    people,
    copyOpeners(table),
    el('div.aoD.az6', { hidden: isInline }, subject),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** Reply or forward; the SDK tells them apart by the picture's class. */
const responseType = (isForward = false): HTMLElement =>
  el(
    'div.J-J5-Ji',
    {},
    el(
      'div.Un.J-JN-M-I',
      {},
      el('div.J-JN-M-I-Jm', {}, el(`img.${isForward ? 'mI' : 'mK'}` as 'img', { alt: '' })),
    ),
  );

/** `[role=region]` with fields, body and send bar: what an inline reply and a window have in common. */
export function region(draft: Draft, start: Start, isInline: boolean, root: HTMLElement): HTMLElement {
  windows++;
  let timer = 0;
  const changed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(root, draft), 1_200);
  };
  const body = el('div.Am.Al.editable.s-editor', {
    g_editable: 'true',
    role: 'textbox',
    contenteditable: 'true',
    'aria-label': say('newMessage'),
    'aria-multiline': 'true',
    tabindex: '1',
  });
  body.append(el('div', {}, el('br')));
  body.addEventListener('input', changed);
  const scroller = el(
    'div.GP.s-scrollbody',
    { id: `:gp${windows}`, style: `max-height: ${isInline ? 400 : 320}px` },
    el(
      'div.qz',
      {},
      el('table.cf', {}, el('tbody', {}, el('tr', {}, el('td.Ap', {}, el('div.Ar.Au', {}, body))))),
    ),
  );
  const bar = bottomBar(
    () => {
      clearTimeout(timer);
      void send(root, draft);
    },
    () =>
      openSchedule((at) => {
        clearTimeout(timer);
        void schedule(root, draft, at);
      }),
    () => close(root),
  );
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      clearTimeout(timer);
      void send(root, draft);
    }
  });
  return el(
    'div.aoP.s-region',
    { role: 'region' },
    idForm(draft),
    el(
      'table.iN.s-sheet2',
      {},
      el(
        'tbody',
        {},
        el('tr', {}, el('td', {}, topForm(start, isInline, changed))),
        el('tr', {}, el('td', {}, scroller)),
        el('tr', {}, el('td', {}, bar)),
      ),
    ),
    isInline ? null : el('div', { hidden: true }, responseType()),
  );
}
