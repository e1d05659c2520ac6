import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { FilledTemplate, TemplateLine } from '../../../messages/compose.ts';
import type { MailPerson } from '../../surface.ts';
import { matching } from './matching.ts';
import { make, onReal, shadowOn } from './shadow.ts';

const css = `
:host { contain: none; }
.list { width: min(340px, 90vw); max-height: 300px; overflow: auto; padding: 4px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--ground); box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.option { padding: 4px 8px; border-radius: 6px; cursor: pointer; }
.option[aria-selected=true] { background: var(--soft); outline: 1px solid var(--accent); }
.name { font-weight: 600; overflow-wrap: anywhere; }
.text { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: light-dark(#5a6372, #aab2c0); }
.hint { padding: 4px 8px; color: light-dark(#5a6372, #aab2c0); overflow-wrap: anywhere; }
.bar { display: flex; flex-wrap: wrap; gap: 6px; padding: 4px; align-items: center; }
.bar input { flex: 1; min-width: 120px; max-width: none; }
.preview { margin: 4px; padding: 8px; max-height: 140px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid var(--line); }
.subject { font-weight: 600; }
`;

/** Wide enough that nothing of it leaves the window. */
const width = 350;
const height = 310;

export type PickerParts = {
  lines(): readonly TemplateLine[] | null;
  recipients(): MailPerson[];
  fill(line: TemplateLine, to: MailPerson | null): Promise<FilledTemplate | null>;
  /** Puts it into the mail. */
  take(filled: FilledTemplate): void;
  closed(): void;
};

type Row = { key: string; name: string; text: string; pick: () => void; look?: () => void };

const whoIs = ({ name, email }: MailPerson): string => name ?? email;

/**
 * The list of templates: under the caret while `;name` is typed, where the keyboard stays in the mail, or from the
 * button, with a field to look one up and a preview.
 */
export function makePicker(parts: PickerParts, signal: AbortSignal) {
  const end = new AbortController();
  signal.addEventListener('abort', () => end.abort(), { once: true, signal: end.signal });
  const host = make('div', { class: 'inboxsdk__sidebook_picker' });
  for (const [name, value] of Object.entries({
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483645',
    display: 'none',
  }))
    host.style.setProperty(name, value, 'important');
  const ours = shadowOn(host, css, end.signal);
  const list = make('div', { class: 'list', role: 'dialog', 'aria-label': m.compose_templates() });
  const options = make('div', { role: 'listbox', id: 'options', 'aria-label': m.compose_templates() });
  const hint = make('div', { class: 'hint', role: 'status' });
  ours.append(list);
  list.append(options, hint);

  let rows: Row[] = [];
  let active = -1;
  let query = '';
  let form: { find: HTMLInputElement; whom: HTMLSelectElement; preview: HTMLElement } | null = null;
  let chosen: TemplateLine | null = null;

  const recipientOf = (): MailPerson | null => {
    const people = parts.recipients();
    if (!form) return people[0] ?? null;
    return people[Number(form.whom.value)] ?? null;
  };
  const insert = async (line: TemplateLine, to: MailPerson | null): Promise<void> => {
    const filled = await parts.fill(line, to);
    if (end.signal.aborted) return;
    if (!filled) return say(m.compose_gone());
    parts.take(filled);
    close();
  };
  const say = (text: string): void => {
    hint.textContent = text;
  };
  /** Under the caret whoever it is filled in for is asked where that matters. */
  const choose = async (line: TemplateLine): Promise<void> => {
    const people = parts.recipients();
    if (form || people.length < 2) return insert(line, recipientOf());
    const filled = await parts.fill(line, people[0] ?? null);
    if (end.signal.aborted) return;
    if (!filled) return say(m.compose_gone());
    if (!filled.personal) {
      parts.take(filled);
      return close();
    }
    chosen = line;
    draw(
      [
        ...people.map((person, at) => ({
          key: String(at),
          name: whoIs(person),
          text: person.email,
          pick: () => void insert(line, person),
        })),
        { key: 'nobody', name: m.compose_for_nobody(), text: '', pick: () => void insert(line, null) },
      ],
      0,
    );
    say(`${m.compose_for_whom()}…`);
  };
  const preview = async (line: TemplateLine): Promise<void> => {
    if (!form) return void parts.fill(line, recipientOf());
    const shown = form.preview;
    const filled = await parts.fill(line, recipientOf());
    if (rows[active]?.key !== line.id) return;
    shown.hidden = !filled;
    if (!filled) return;
    shown.replaceChildren(
      ...(filled.subject ? [make('div', { class: 'subject', dir: 'auto' }, filled.subject)] : []),
      make('div', { dir: 'auto' }, filled.text),
      ...(filled.missing.length > 0
        ? [make('div', { class: 'hint' }, m.compose_missing({ fields: filled.missing.join(', ') }))]
        : []),
    );
  };
  const mark = (at: number): void => {
    active = at;
    for (const [index, option] of [...options.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    form?.find.setAttribute('aria-activedescendant', at < 0 ? '' : `option-${at}`);
    const row = rows[at];
    if (row) say(`${row.name} (${at + 1}/${rows.length}) · ${m.compose_keys()}`);
    row?.look?.();
  };
  const draw = (next: Row[], at: number): void => {
    rows = next;
    options.replaceChildren(
      ...next.map(({ name, text, pick }, index) => {
        const option = make(
          'div',
          { class: 'option', role: 'option', id: `option-${index}` },
          make('div', { class: 'name', dir: 'auto' }, name),
          make('div', { class: 'text', dir: 'auto' }, text),
        );
        // The caret stays where it is.
        option.addEventListener('mousedown', (event) => event.preventDefault(), { signal: end.signal });
        onReal(option, 'click', pick, end.signal);
        return option;
      }),
    );
    mark(Math.min(at, next.length - 1));
  };
  const refresh = (): void => {
    if (chosen) return;
    const lines = parts.lines();
    if (!lines) {
      say('…');
      return;
    }
    const found = matching(lines, query);
    draw(
      found.map((line) => ({
        key: line.id,
        name: line.name,
        text: line.line,
        pick: () => void choose(line),
        look: () => void preview(line),
      })),
      // A bare `;` chooses nothing: Enter is a new line then.
      query === '' && !form ? -1 : 0,
    );
    if (found.length === 0) say(lines.length === 0 ? m.compose_none() : m.compose_none_fits());
    else if (active < 0) say(m.compose_keys());
  };
  const close = (): void => {
    if (end.signal.aborted) return;
    end.abort();
    host.remove();
    parts.closed();
  };
  /** True where the key was for the list. */
  const key = (event: KeyboardEvent): boolean => {
    const { key: pressed } = event;
    const step = pressed === 'ArrowDown' ? 1 : pressed === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0)
      mark((active + step + rows.length + (active < 0 && step < 0 ? 1 : 0)) % rows.length);
    else if (pressed === 'Escape') close();
    else if ((pressed === 'Enter' || (pressed === 'Tab' && !form)) && rows[active]) rows[active]?.pick();
    else return false;
    return true;
  };
  const open = (at: DOMRect): void => {
    const { innerWidth, innerHeight } = window;
    host.style.setProperty('left', `${Math.max(4, Math.min(at.left, innerWidth - width))}px`, 'important');
    if (at.bottom + height > innerHeight && at.top > innerHeight - at.bottom)
      host.style.setProperty('bottom', `${Math.max(4, innerHeight - at.top + 4)}px`, 'important');
    else host.style.setProperty('top', `${at.bottom + 4}px`, 'important');
    host.style.setProperty('display', 'block', 'important');
    document.body.append(host);
  };

  return {
    /** Under the caret. */
    follow(text: string, at: DOMRect): void {
      if (chosen) return;
      query = text;
      if (!host.isConnected) open(at);
      refresh();
    },
    /** From the button. */
    ask(at: DOMRect): void {
      const find = make('input', {
        ...{
          type: 'text',
          role: 'combobox',
          'aria-expanded': 'true',
          'aria-controls': 'options',
          maxlength: '100',
        },
        ...{
          placeholder: m.compose_find(),
          'aria-label': m.compose_find(),
          autocomplete: 'off',
          dir: 'auto',
        },
      });
      const whom = make('select', { 'aria-label': m.compose_for_whom() });
      const people = parts.recipients();
      whom.append(
        ...people.map((person, index) => make('option', { value: String(index) }, whoIs(person))),
        make('option', { value: '' }, m.compose_for_nobody()),
      );
      const shown = make('div', {
        class: 'preview',
        hidden: '',
        'aria-label': m.compose_preview(),
        role: 'group',
        tabindex: '0',
      });
      form = { find, whom, preview: shown };
      const row = () => rows[active]?.look?.();
      list.prepend(make('div', { class: 'bar' }, find, whom));
      list.append(shown);
      onReal(
        find,
        'input',
        () => {
          query = find.value.trim();
          refresh();
        },
        end.signal,
      );
      onReal(whom, 'change', () => row(), end.signal);
      onReal(
        list,
        'keydown',
        (event) => {
          const pressed = event as KeyboardEvent;
          if (pressed.isComposing || (pressed.key !== 'Escape' && event.target !== find)) return;
          if (key(pressed)) event.preventDefault();
        },
        end.signal,
      );
      document.addEventListener('pointerdown', (event) => event.target !== host && close(), {
        capture: true,
        signal: end.signal,
      });
      open(at);
      refresh();
      find.focus();
    },
    key,
    refresh,
    close,
    isOpen: (): boolean => host.isConnected,
  };
}

export type Picker = ReturnType<typeof makePicker>;
