import * as m from '../../../../shared/i18n/compiled/messages.js';
import { getLocale } from '../../../../shared/i18n/compiled/runtime.js';
import {
  noWish,
  type Remind,
  type Warning,
  type Wish,
  type WritingAnswer,
} from '../../../messages/compose.ts';
import { makeReminder } from './reminder.ts';
import { make, onReal, shadowOn } from './shadow.ts';

const css = `
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding: 4px 12px; }
.row > select, .row > input { margin-inline-start: 8px; }
[role=switch]::before { content: ""; width: 24px; height: 14px; border: 1px solid var(--control); border-radius: 7px;
  background: radial-gradient(circle at 6px, var(--control) 4px, transparent 4.5px) var(--bg); }
[role=switch][aria-checked=true]::before { border-color: var(--accent);
  background: radial-gradient(circle at calc(100% - 6px), var(--on-accent) 4px, transparent 4.5px) var(--accent); }
[aria-pressed=true] { background: var(--press); }
[aria-pressed=true]::before { content: "\\2713"; }
.line { padding: 0 20px 4px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: var(--muted); }
.strip { margin: 4px 12px; padding: 6px 10px; border: 1px solid var(--warning-line); border-radius: 8px; background: var(--warning-bg); color: var(--warning-text); }
.strip p { margin: 0; font-weight: 600; }
.strip ul { margin: 2px 0 6px; padding-inline-start: 18px; overflow-wrap: anywhere; }
@media (forced-colors: active) {
  [role=switch]::before { forced-color-adjust: none; --control: ButtonText; --bg: ButtonFace; --accent: Highlight; --on-accent: HighlightText; }
}
.push { margin-inline-start: auto; }
`;

/** What the bar shows. */
export type BarState = {
  answer: WritingAnswer | null;
  wish: Wish;
  /** What is remembered for every mail. */
  always: boolean;
  /** Shown after a press of Send, until it is sent or gone back. */
  warnings: readonly Warning[] | null;
  /** "Schedule send" was opened. */
  later: boolean;
};

export type BarActs = {
  set(change: Partial<Wish>): void;
  remember(on: boolean): void;
  templates(at: DOMRect): void;
  sendAnyway(): void;
  goBack(): void;
  readDay(text: string): Promise<Remind | null>;
};

/** One quiet row under a mail that is being written: whether it is logged and where, a reminder, templates. */
export function makeBar(
  host: HTMLElement,
  acts: BarActs,
  grown: (height: number) => void,
  signal: AbortSignal,
) {
  const ours = shadowOn(host, css, signal);
  // Gmail's line above it is that of a light window.
  host.style.borderColor = 'light-dark(#d9d9e0, #43484e)';
  const on = (element: HTMLElement, type: string, run: (event: Event) => void) =>
    onReal(element, type, run, signal);

  const strip = make('div', { class: 'strip', role: 'alert', hidden: '' });
  const log = make('button', { type: 'button', role: 'switch' });
  const always = make('button', { type: 'button', class: 'link' });
  const propose = make('button', { type: 'button', class: 'link' }, m.compose_propose());
  const deal = make('select', { 'aria-label': m.compose_deal() });
  const hidden = make('button', { type: 'button', title: m.compose_private_how() }, m.compose_private());
  const noLog = make('span');
  const templates = make(
    'button',
    { type: 'button', class: 'push', 'aria-haspopup': 'dialog' },
    m.compose_templates(),
  );
  const line = make('div', { class: 'line', role: 'status', dir: 'auto' });
  let state: BarState = { answer: null, wish: noWish, always: false, warnings: null, later: false };
  const isOn = (): boolean => state.wish.log ?? state.always;
  const isPrivate = (): boolean => state.wish.private ?? state.answer?.private ?? false;
  const reminder = makeReminder((remind) => acts.set({ remind }), acts.readDay, signal);
  const row = make(
    'div',
    { class: 'row', role: 'group', 'aria-label': m.compose_bar() },
    ...[log, always, propose, deal, hidden, noLog, ...reminder.elements, templates],
  );
  ours.append(strip, row, line);

  on(log, 'click', () => acts.set({ log: !isOn() }));
  on(always, 'click', () => acts.remember(isOn()));
  on(propose, 'click', () => acts.set({ log: true }));
  on(deal, 'change', () => acts.set({ deal: { id: deal.value || null } }));
  on(hidden, 'click', () => acts.set({ private: !isPrivate() }));
  on(templates, 'click', () => acts.templates(templates.getBoundingClientRect()));
  const grow = new ResizeObserver(() => grown(Math.ceil(ours.getBoundingClientRect().height)));
  grow.observe(ours);
  signal.addEventListener('abort', () => grow.disconnect(), { once: true });

  const showDeals = ({ deals, deal: usual }: WritingAnswer, wish: Wish): void => {
    const chosen = wish.deal ? wish.deal.id : (usual?.id ?? null);
    const wanted = [{ id: '', title: m.compose_no_deal() }, ...deals];
    const same = wanted.map(({ id, title }) => `${id} ${title}`).join('\n');
    if (deal.dataset.of !== same) {
      deal.replaceChildren(...wanted.map(({ id, title }) => make('option', { value: id }, title)));
      deal.dataset.of = same;
    }
    deal.value = chosen ?? '';
  };
  const showStrip = (warnings: readonly Warning[] | null): void => {
    strip.hidden = warnings === null;
    if (!warnings) {
      strip.replaceChildren();
      return;
    }
    const back = make('button', { type: 'button' }, m.compose_go_back());
    const anyway = make('button', { type: 'button', class: 'main' }, m.compose_send_anyway());
    on(back, 'click', acts.goBack);
    on(anyway, 'click', acts.sendAnyway);
    strip.replaceChildren(
      make('p', {}, m.compose_before()),
      make('ul', {}, ...warnings.map(({ text }) => make('li', { dir: 'auto' }, text))),
      anyway,
      back,
    );
  };

  return {
    show(next: BarState): void {
      const before = state;
      state = next;
      const { answer, wish } = next;
      const logs = isOn();
      log.setAttribute('aria-checked', String(logs));
      log.textContent = logs ? m.gmail_log_on_send_on() : m.gmail_log_on_send_off();
      always.hidden = logs === next.always;
      always.textContent = logs ? m.compose_always() : m.compose_not_always();
      always.title = logs ? m.compose_always_how() : m.compose_not_always_how();
      propose.hidden = logs || !answer?.proposed || wish.log === false;
      const reason = logs ? (answer?.noLog ?? null) : null;
      noLog.hidden = reason === null;
      noLog.textContent = reason;
      deal.hidden = !logs || !answer || reason !== null || answer.deals.length === 0;
      if (answer) showDeals(answer, wish);
      hidden.hidden = !logs || reason !== null;
      hidden.setAttribute('aria-pressed', String(isPrivate()));
      reminder.show(wish.remind, getLocale());
      const scheduled =
        next.later &&
        reason === null &&
        (logs ? m.compose_later_logs() : wish.remind && m.compose_later_reminds());
      const said = scheduled || (answer?.line ?? '');
      line.hidden = said === '';
      if (line.textContent !== said) line.textContent = said;
      line.title = said;
      if (before.warnings !== next.warnings) showStrip(next.warnings);
    },
  };
}

export type Bar = ReturnType<typeof makeBar>;
