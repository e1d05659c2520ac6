import { Search, UserPlus, X } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { IconButton } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/isComposing.ts';
import unseen from '../../ui/unseen.module.css';
import { useSession } from '../shell/session.ts';
import { type Option, Options, optionOf } from './Options.tsx';
import css from './SearchBox.module.css';
import { useSearch } from './useSearch.ts';

/** Always there: two letters or one Han character, arrows, Enter. */
export function SearchBox() {
  const session = useSession();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const query = text.trim();
  const found = useSearch(query);

  // Another question starts at its first answer.
  useEffect(() => setAt(0), [query]);

  const clear = () => setText('');
  const mayAdd = session.canChange.value && found !== null && found.for === query;
  const options: Option[] = (found?.list ?? []).map(optionOf);
  if (mayAdd)
    options.push({
      id: 'add',
      icon: <UserPlus size={14} aria-hidden="true" />,
      title: m.sidebar_create_named({ name: query }),
    });
  const rows = options.length;
  const pick = (index: number) => {
    const one = found?.list[index];
    if (one) session.open({ noun: one.noun, id: one.id });
    else if (mayAdd) session.open({ noun: 'new-contact', name: query });
    else return;
    clear();
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (rows > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + rows) % rows);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(at);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (text) clear();
      else input.current?.blur();
    }
  };
  return (
    <search class={css.search}>
      <div class={css.field}>
        <Search size={14} aria-hidden="true" />
        <input
          ref={input}
          class={css.input}
          data-focus="search"
          type="text"
          role="combobox"
          aria-expanded={query !== ''}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={rows > 0 ? `${listId}-${at}` : undefined}
          aria-label={m.sidebar_search()}
          aria-keyshortcuts="/"
          placeholder={m.sidebar_search()}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {text && (
          <IconButton
            label={m.sidebar_clear()}
            class={css.clear}
            onClick={() => {
              clear();
              input.current?.focus();
            }}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <Options
        id={listId}
        label={m.sidebar_results()}
        class={css.list}
        options={options}
        at={at}
        hidden={!found}
        onAt={setAt}
        onPick={pick}
      />
      <p role="status" class={unseen.unseen}>
        {found ? m.sidebar_found_count({ count: found.list.length }) : ''}
      </p>
    </search>
  );
}
