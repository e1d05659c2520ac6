import { Plus, X } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button, IconButton } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/isComposing.ts';
import { Text } from '../../ui/Text.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './Fields.module.css';

/** What can be chosen: typed one by one, each taken off by a click. What was chosen in a record stays there. */
export function Choices({
  options,
  onOptions,
  onDone,
}: {
  options: string[];
  onOptions: (event: Event, next: string[]) => void;
  /** Missing: the choices are part of a form that ends by itself. */
  onDone?: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const add = (event: Event) => {
    const option = typed.trim();
    if (!option) return;
    if (options.includes(option)) return setError(m.fields_option_there());
    if (options.length >= limits.choices) return setError(m.fields_too_many({ count: limits.choices }));
    onOptions(event, [...options, option]);
    setTyped('');
    setError(null);
    input.current?.focus();
  };
  return (
    <fieldset
      class={css.choices}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter' && event.target === input.current) {
          event.preventDefault();
          event.stopPropagation();
          add(event);
        } else if (event.key === 'Escape' && onDone) {
          event.stopPropagation();
          onDone();
        }
      }}
    >
      <legend class={css.legend}>{m.fields_options()}</legend>
      <ul class={css.chips}>
        {options.map((option) => (
          <li key={option} class={css.chip}>
            <Text>{option}</Text>
            <IconButton
              label={m.fields_option_remove({ option })}
              onClick={(event) =>
                onOptions(
                  event,
                  options.filter((each) => each !== option),
                )
              }
            >
              <X size={12} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <div class={css.new}>
        <TextField
          label={m.fields_option_new()}
          inputRef={input}
          maxLength={limits.name}
          value={typed}
          error={error}
          onText={(text) => {
            setTyped(text);
            setError(null);
          }}
        />
        <IconButton label={m.fields_option_add()} onClick={add}>
          <Plus size={16} aria-hidden="true" />
        </IconButton>
        {onDone && <Button onClick={onDone}>{m.fields_done()}</Button>}
      </div>
    </fieldset>
  );
}
