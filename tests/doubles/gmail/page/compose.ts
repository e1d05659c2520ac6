import { type Address, bottomBar, chipsOf, copyOpeners, type Field, recipientRow } from './compose-parts.ts';
import { el, isOn } from './dom.ts';
import { boot, loadThreads, type Message, type Thread } from './state.ts';
import { syncRequest } from './wire.ts';
import { say } from './words.ts';

type Start = { to?: Address[]; cc?: Address[]; subject?: string; isForward?: boolean };
type Draft = {
  permId: string;
  threadPermId: string;
  target: Message | null;
  thread: Thread | null;
  saved: boolean;
};

/** How the page hears that mail was sent; set once by the entry. */
type Surroundings = { moles: HTMLElement; notice(text: string): void; onSent(permId: string): void };
let around: Surroundings | null = null;
export const surround = (surroundings: Surroundings): void => {
  around = surroundings;
};

const newNumber = (): string => `r${crypto.getRandomValues(new BigUint64Array(1))[0]}`;
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
function region(draft: Draft, start: Start, isInline: boolean, root: HTMLElement): HTMLElement {
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

/** A window at the foot of the page: `root > div > div > div[jsaction] > div[role=region]`. */
export function openCompose(start: Start): void {
  if (!around || !isOn('compose')) return;
  windows++;
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
  root.querySelector<HTMLElement>('input[role=combobox]')?.focus();
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
  const body = root.querySelector<HTMLElement>('.aaZ');
  if (body) body.style.display = body.style.display === 'none' ? '' : 'none';
}

const close = (root: HTMLElement): void => {
  const inline = root.closest('.ip');
  inline?.classList.remove('adB');
  (inline ? root : root.closest('.s-mole'))?.remove();
};

type Reply = { thread: Thread; message: Message; kind: 'reply' | 'replyAll' | 'forward'; place: HTMLElement };

/** Inside a message: `.ip` gets `adB` and holds `.M9`, which is the root. */
export function openReply({ thread, message, kind, place }: Reply): void {
  if (!isOn('compose') || place.classList.contains('adB')) return;
  windows++;
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
  place.classList.add('adB');
  root.querySelector<HTMLElement>('[contenteditable]')?.focus();
}

/** `/i/s` as the SDK reads it: the message stands at `[1]` of its thread when it is new, at `[13]` when it was saved before. */
function written(root: HTMLElement, draft: Draft, labels: string[]): unknown {
  const contacts = (field: Field) => chipsOf(root, field).map(({ name, email }) => [1, email, name]);
  const subject = root.querySelector<HTMLInputElement>('input[name=subjectbox]')?.value ?? '';
  const html = root.querySelector('[contenteditable]')?.innerHTML ?? '';
  const message: unknown[] = [
    draft.permId,
    null,
    contacts('to'),
    contacts('cc'),
    contacts('bcc'),
    null,
    null,
    subject,
  ];
  message[8] = [null, [[null, html]]];
  message[10] = labels;
  const thread: unknown[] = [];
  thread[draft.saved ? 13 : 1] = [message];
  return [null, [[[1, [draft.threadPermId, thread]]]]];
}

async function save(root: HTMLElement, draft: Draft): Promise<void> {
  if (!root.isConnected) return;
  const body = written(root, draft, ['^all', '^r', '^r_bt']);
  draft.saved = true;
  await syncRequest('s', body);
}

async function send(root: HTMLElement, draft: Draft): Promise<void> {
  if (chipsOf(root, 'to').length + chipsOf(root, 'cc').length + chipsOf(root, 'bcc').length === 0) return;
  const body = written(root, draft, ['^all', '^pfg', '^f']);
  around?.notice(say('sending'));
  close(root);
  await syncRequest('s', body);
  await loadThreads();
  around?.notice(say('sentNotice'));
  around?.onSent(draft.permId);
}
