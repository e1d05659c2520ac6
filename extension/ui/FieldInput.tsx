import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes } from './classes.ts';
import css from './FieldList.module.css';
import type { Done, Field } from './field.ts';
import { isComposing } from './isComposing.ts';

/** A value while it is edited, as large as it was before. */
export function FieldInput({
  field,
  save,
  onDone,
}: {
  field: Field;
  save: NonNullable<Field['save']>;
  onDone: (how: Done) => void;
}) {
  const [text, setText] = useState(field.value);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  /** Leaving the field by a key also blurs it; only the first of the two saves. */
  const leaving = useRef(false);

  // Before the next key can arrive, so that none of a fast typist's keys is taken for a command.
  useLayoutEffect(() => {
    input.current?.focus();
    if (field.kind !== 'date' && !field.options) input.current?.select();
  }, [field.kind, field.options]);

  const finish = async (event: Event, how: Omit<Done, 'saved'>) => {
    if (leaving.current) return;
    leaving.current = true;
    if (text === field.value) return onDone({ ...how, saved: null });
    const refusal = await save(text, event);
    if (refusal === null) return onDone({ ...how, saved: text });
    leaving.current = false;
    setError(refusal);
    if (how.keyboard) input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leaving.current = true;
      onDone({ saved: null, keyboard: true });
    } else if (event.key === 'Enter' && !(field.kind === 'long' && event.shiftKey)) {
      event.preventDefault();
      void finish(event, { keyboard: true });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void finish(event, { keyboard: true, step: event.shiftKey ? -1 : 1 });
    }
  };
  const shared = {
    ref: input,
    class: classes(css.input, error && css.wrong),
    'aria-label': field.label,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? errorId : undefined,
    maxLength: field.maxLength,
    onKeyDown,
    onBlur: (event: FocusEvent) => void finish(event, { keyboard: false }),
  };
  return (
    <div class={css.editor}>
      {field.options ? (
        <select {...shared} value={text} onChange={(event) => setText(event.currentTarget.value)}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.kind === 'long' ? (
        <textarea
          {...shared}
          dir="auto"
          rows={3}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          dir="auto"
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={
            field.kind === 'email' || field.kind === 'tel' || field.kind === 'url' || field.kind === 'decimal'
              ? field.kind
              : 'text'
          }
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {error && (
        <p class={css.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
