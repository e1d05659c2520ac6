import { Briefcase, Building2, Search, UserPlus, UserRound, X } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Found } from '../../messages/state.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { isComposing } from '../../ui/isComposing.ts';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './SearchBox.module.css';

const icons = { contact: UserRound, company: Building2, deal: Briefcase } as const;

/** Always there: two letters or one Han character, arrows, Enter. */
export function SearchBox() {
  const session = useSession();
  const listId = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ for: string; list: Found[] } | null>(null);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const query = text.trim();
  const version = session.state.value?.version;

  // A local change may change what is found.
  useEffect(() => {
    if (!query) return setFound(null);
    let current = true;
    session.client.call('search', { text: query }).then(
      (list) => current && setFound({ for: query, list }),
      () => current && setFound({ for: query, list: [] }),
    );
    return () => {
      current = false;
    };
  }, [query, version, session]);
  // Another question starts at its first answer.
  useEffect(() => setAt(0), [query]);

  const clear = () => {
    setText('');
    setFound(null);
  };
  const mayAdd = session.canChange.value && found !== null && found.for === query;
  const rows = (found?.list.length ?? 0) + (mayAdd ? 1 : 0);
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
      <div role="listbox" id={listId} aria-label={m.sidebar_results()} class={css.list} hidden={!found}>
        {found?.list.map((one, index) => {
          const Icon = icons[one.noun];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in any combobox
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
            <div
              key={`${one.noun} ${one.id}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              class={classes(css.row, index === at && css.chosen)}
              onClick={() => pick(index)}
              onPointerMove={() => index !== at && setAt(index)}
            >
              <Icon size={14} aria-hidden="true" />
              <span class={css.words}>
                <Text cut>{one.title}</Text>
                {one.detail && (
                  <Text cut class={css.detail}>
                    {one.detail}
                  </Text>
                )}
              </span>
            </div>
          );
        })}
        {mayAdd && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in any combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
          <div
            id={`${listId}-${rows - 1}`}
            role="option"
            aria-selected={at === rows - 1}
            class={classes(css.row, at === rows - 1 && css.chosen)}
            onClick={() => pick(rows - 1)}
            onPointerMove={() => setAt(rows - 1)}
          >
            <UserPlus size={14} aria-hidden="true" />
            <span class={css.words}>
              <Text cut>{m.sidebar_create_named({ name: query })}</Text>
            </span>
          </div>
        )}
      </div>
      <p role="status" class={css.hidden}>
        {found ? m.sidebar_found_count({ count: found.list.length }) : ''}
      </p>
    </search>
  );
}
