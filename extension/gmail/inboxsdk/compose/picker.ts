import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { FilledTemplate, TemplateLine } from '../../../messages/compose.ts';
import type { MailPerson } from '../../surface.ts';
import { makeFloating } from './floating.ts';
import { makeLookup, whoIs } from './lookup-form.ts';
import { matching } from './matching.ts';
import { css } from './picker-style.ts';
import { make, onReal, shadowOn } from './shadow.ts';
import type { Templates } from './template-source.ts';

export type PickerParts = Pick<Templates, 'lines' | 'fill'> & {
  recipients(): MailPerson[];
  /** Puts it into the mail. */
  take(filled: FilledTemplate): void;
  closed(): void;
};

type Row = { key: string; name: string; text: string; pick: () => void; look?: () => void };

/**
 * The list of templates: under the caret while `;name` is typed, where the keyboard stays in the mail, or from the
 * button, with a field to look one up and a preview.
 */
export function makePicker(parts: PickerParts, until: AbortSignal) {
  const end = new AbortController();
  const { signal } = end;
  until.addEventListener('abort', () => end.abort(), { once: true, signal });
  const { host, open } = makeFloating();
  const options = make('div', { role: 'listbox', id: 'options', 'aria-label': m.compose_templates() });
  const hint = make('div', { class: 'hint', role: 'status' });
  const list = make(
    'div',
    { class: 'list', role: 'dialog', 'aria-label': m.compose_templates() },
    options,
    hint,
  );
  shadowOn(host, css, signal).append(list);

  let rows: Row[] = [];
  let active = -1;
  let query = '';
  let lookup: ReturnType<typeof makeLookup> | null = null;
  let chosen = false;

  const say = (text: string): void => {
    hint.textContent = text;
  };
  const recipient = (): MailPerson | null => (lookup ? lookup.recipient() : (parts.recipients()[0] ?? null));
  const close = (): void => {
    if (signal.aborted) return;
    end.abort();
    host.remove();
    parts.closed();
  };
  const filledFor = async (line: TemplateLine, to: MailPerson | null): Promise<FilledTemplate | null> => {
    const filled = await parts.fill(line, to);
    if (signal.aborted) return null;
    if (!filled) say(filled === null ? m.compose_gone() : m.compose_slow());
    return filled ?? null;
  };
  const insert = async (line: TemplateLine, to: MailPerson | null): Promise<void> => {
    const filled = await filledFor(line, to);
    if (!filled) return;
    parts.take(filled);
    close();
  };
  /** Under the caret it is asked for whom, where that matters. */
  const choose = async (line: TemplateLine): Promise<void> => {
    const people = parts.recipients();
    if (lookup || people.length < 2) return insert(line, recipient());
    const filled = await filledFor(line, people[0] ?? null);
    if (!filled) return;
    if (!filled.personal) return insert(line, people[0] ?? null);
    chosen = true;
    const nobody = { key: '', name: m.compose_for_nobody(), text: '', pick: () => void insert(line, null) };
    const each = people.map((person) => ({
      ...{ key: person.email, name: whoIs(person), text: person.email },
      pick: () => void insert(line, person),
    }));
    draw([...each, nobody], 0);
    say(`${m.compose_for_whom()}…`);
  };
  /** Filled in beforehand, so that Enter waits for nothing. */
  const look = async (line: TemplateLine): Promise<void> => {
    const filled = await parts.fill(line, recipient());
    if (rows[active]?.key === line.id) lookup?.show(filled);
  };
  const mark = (at: number): void => {
    active = at;
    for (const [index, option] of [...options.children].entries()) {
      option.setAttribute('aria-selected', String(index === at));
      if (index === at) option.scrollIntoView({ block: 'nearest' });
    }
    lookup?.mark(at);
    const row = rows[at];
    if (row) say(`${row.name} (${at + 1}/${rows.length}) · ${m.compose_keys()}`);
    row?.look?.();
  };
  const optionOf = ({ name, text, pick }: Row, index: number): HTMLElement => {
    const option = make(
      'div',
      { class: 'option', role: 'option', id: `option-${index}` },
      make('div', { class: 'name', dir: 'auto' }, name),
      make('div', { class: 'text', dir: 'auto' }, text),
    );
    // The caret stays where it is.
    option.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    onReal(option, 'click', pick, signal);
    return option;
  };
  const draw = (next: Row[], at: number): void => {
    rows = next;
    options.replaceChildren(...next.map(optionOf));
    mark(Math.min(at, next.length - 1));
  };
  const refresh = (): void => {
    const lines = parts.lines();
    if (chosen || signal.aborted) return;
    if (!lines) {
      say('…');
      return;
    }
    const found = matching(lines, query).map((line) => ({
      ...{ key: line.id, name: line.name, text: line.line },
      pick: () => void choose(line),
      look: () => void look(line),
    }));
    // A bare `;` chooses nothing: Enter is a new line then.
    draw(found, query === '' && !lookup ? -1 : 0);
    if (found.length === 0) say(lines.length === 0 ? m.compose_none() : m.compose_none_fits());
    else if (active < 0) say(m.compose_keys());
  };
  /** True where the key was for the list. */
  const key = ({ key: pressed }: KeyboardEvent): boolean => {
    const step = pressed === 'ArrowDown' ? 1 : pressed === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0)
      mark(active < 0 ? (step > 0 ? 0 : rows.length - 1) : (active + step + rows.length) % rows.length);
    else if (pressed === 'Escape') close();
    else if ((pressed === 'Enter' || (pressed === 'Tab' && !lookup)) && rows[active]) rows[active]?.pick();
    else return false;
    return true;
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
      const typed = (text: string) => {
        query = text;
        refresh();
      };
      lookup = makeLookup(
        list,
        parts.recipients(),
        { typed, chose: () => rows[active]?.look?.(), key },
        signal,
      );
      document.addEventListener('pointerdown', ({ target }) => target !== host && close(), {
        capture: true,
        signal,
      });
      open(at, true);
      refresh();
      lookup.focus();
    },
    key,
    refresh,
    close,
    isOpen: (): boolean => host.isConnected,
  };
}

export type Picker = ReturnType<typeof makePicker>;
