import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Found } from '../../messages/state.ts';
import { isComposing } from '../../ui/isComposing.ts';
import unseen from '../../ui/unseen.module.css';
import { type Option, Options, optionOf } from './Options.tsx';
import css from './Picker.module.css';
import { useSearch } from './useSearch.ts';

/** An answer that the search did not find: "none", or "make one of this name". */
export type Extra = { option: Option; pick: (event: Event) => void };

/** Chooses one contact or company by a few letters, where it stands: arrows, Enter; Escape leaves all as it was. */
export function Picker({
  noun,
  label,
  start = '',
  focus = true,
  extras,
  onPick,
  onLeave,
}: {
  /** null: whatever is found. */
  noun: Found['noun'] | null;
  label: string;
  /** What the field begins with, chosen whole so that typing replaces it. */
  start?: string;
  /** Whether it is typed into at once. */
  focus?: boolean;
  extras?: (query: string) => Extra[];
  onPick: (found: Found, event: Event) => void;
  onLeave: (by: 'key' | 'blur') => void;
}) {
  const listId = useId();
  const [text, setText] = useState(start);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const query = text.trim();
  const answer = useSearch(query, noun ?? undefined);
  useLayoutEffect(() => {
    if (!focus) return;
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => setAt(0), [query]);

  const found = answer?.for === query ? answer.list : [];
  const others = extras?.(query) ?? [];
  const options = [...found.map(optionOf), ...others.map(({ option }) => option)];
  const pick = (index: number, event: Event) => {
    const one = found[index];
    if (one) onPick(one, event);
    else others[index - found.length]?.pick(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length > 0)
        setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(at, event);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave('key');
    }
  };
  return (
    <div class={css.picker}>
      <input
        ref={input}
        class={css.input}
        type="text"
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={label}
        placeholder={label}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onLeave('blur')}
      />
      <Options
        id={listId}
        label={m.sidebar_results()}
        options={options}
        at={at}
        hidden={options.length === 0}
        onAt={setAt}
        onPick={pick}
      />
      <p role="status" class={answer ? css.count : unseen.unseen}>
        {answer && answer.for === query ? m.sidebar_found_count({ count: found.length }) : ''}
      </p>
    </div>
  );
}
