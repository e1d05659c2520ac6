import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { FilledTemplate } from '../../../messages/compose.ts';
import type { MailPerson } from '../../surface.ts';
import { make, onReal } from './shadow.ts';

export const whoIs = ({ name, email }: MailPerson): string => name ?? email;

/** What the list has more of when it is opened by its button: a field to look up, for whom, and a preview. */
export function makeLookup(
  list: HTMLElement,
  people: readonly MailPerson[],
  acts: { typed(query: string): void; chose(): void; key(event: KeyboardEvent): boolean },
  signal: AbortSignal,
) {
  const find = make('input', {
    ...{
      type: 'text',
      role: 'combobox',
      'aria-expanded': 'true',
      'aria-controls': 'options',
      maxlength: '100',
    },
    ...{ placeholder: m.compose_find(), 'aria-label': m.compose_find(), autocomplete: 'off', dir: 'auto' },
  });
  const whom = make(
    'select',
    { 'aria-label': m.compose_for_whom() },
    ...people.map((person, index) => make('option', { value: String(index) }, whoIs(person))),
    make('option', { value: '' }, m.compose_for_nobody()),
  );
  const preview = make('div', {
    ...{ class: 'preview', hidden: '', role: 'group', tabindex: '0', 'aria-label': m.compose_preview() },
  });
  list.prepend(make('div', { class: 'bar' }, find, whom));
  list.append(preview);
  onReal(find, 'input', () => acts.typed(find.value.trim()), signal);
  onReal(whom, 'change', acts.chose, signal);
  list.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || (event.key !== 'Escape' && event.target !== find)) return;
      if (acts.key(event)) event.preventDefault();
    },
    { signal },
  );
  return {
    focus: () => find.focus(),
    recipient: (): MailPerson | null => people[Number(whom.value || Number.NaN)] ?? null,
    mark: (at: number) => find.setAttribute('aria-activedescendant', at < 0 ? '' : `option-${at}`),
    show(filled: FilledTemplate | null | undefined): void {
      preview.hidden = !filled;
      if (!filled) return;
      const { subject, text, missing } = filled;
      preview.replaceChildren(
        ...(subject ? [make('div', { class: 'subject', dir: 'auto' }, subject)] : []),
        make('div', { dir: 'auto' }, text),
        ...(missing.length > 0
          ? [make('div', { class: 'hint' }, m.compose_missing({ fields: missing.join(', ') }))]
          : []),
      );
    },
  };
}
