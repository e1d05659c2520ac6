import { useId, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { TextField } from '../../ui/TextField.tsx';
import css from './List.module.css';
import { useValues } from './useValues.ts';
import type { ValueProps } from './valueProps.ts';

/** Any of several texts, or of the rows that a link leads to: offered as they are typed. */
export function ManyTexts({ noun, field, label, values, onValues }: ValueProps) {
  const [text, setText] = useState('');
  const [names, setNames] = useState<Record<string, string>>({});
  const listId = useId();
  const found = useValues(noun, field, text, true);
  const isLink = field.kind === 'link';
  const add = (typed: string) => {
    const known = found.find((each) => each.text === typed);
    const value = known?.value ?? (isLink ? null : typed.trim());
    if (!value) return;
    const next = known ? { ...names, [known.value]: known.text } : names;
    setNames(next);
    if (!values.includes(value)) onValues([...values, value], next);
    setText('');
  };
  return (
    <div class={css.many}>
      <TextField
        label={label}
        value={text}
        list={listId}
        placeholder={m.list_type_value()}
        maxLength={200}
        onText={(typed) => {
          // A browser gives a picked proposal as if it were typed.
          if (found.some((each) => each.text === typed)) return add(typed);
          setText(typed);
          onValues([...values], undefined, typed.trim() !== '');
        }}
      />
      <datalist id={listId}>
        {found.map((each) => (
          <option key={each.value} value={each.text} />
        ))}
      </datalist>
      {text.trim() && !isLink && (
        <button type="button" class={css.addValue} onClick={() => add(text)}>
          {m.words_add()} “{text.trim()}”
        </button>
      )}
      {isLink && text.trim() && (
        <ul class={css.proposals}>
          {found.slice(0, 8).map((each) => (
            <li key={each.value}>
              <button type="button" class={css.addValue} onClick={() => add(each.text)} dir="auto">
                {each.text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul class={css.chosen}>
        {values.map((value) => {
          const shown = names[String(value)] ?? String(value);
          return (
            <li key={String(value)}>
              <button
                type="button"
                class={css.chosenValue}
                aria-label={m.list_value_remove({ value: shown })}
                onClick={() => onValues(values.filter((each) => each !== value))}
              >
                {shown} ×
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
