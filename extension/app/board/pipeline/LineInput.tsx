import { useEffect, useId, useRef, useState } from 'preact/hooks';
import css from '../../../ui/form.module.css';
import { isComposing } from '../../../ui/isComposing.ts';

/** A value that is saved when it is left; Escape restores it. What is wrong is said under it, and stays typed. */
export function LineInput({
  label,
  value,
  numeric,
  maxLength,
  disabled,
  placeholder,
  onSave,
}: {
  label: string;
  value: string;
  numeric?: boolean;
  maxLength?: number;
  disabled?: boolean;
  placeholder?: string;
  /** What is wrong with it, or null. */
  onSave: (text: string, event: Event) => Promise<string | null>;
}) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value);
  }, [value]);
  const save = async (event: Event) => {
    if (text.trim() === value) {
      setError(null);
      return;
    }
    setError(await onSave(text.trim(), event));
  };
  return (
    <div class={css.field}>
      <input
        ref={input}
        class={css.input}
        dir="auto"
        aria-label={label}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? errorId : undefined}
        inputMode={numeric ? 'numeric' : 'text'}
        autocomplete="off"
        maxLength={maxLength}
        disabled={disabled}
        placeholder={placeholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={(event) => void save(event)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Enter') void save(event);
          if (event.key === 'Escape' && text !== value) {
            // The dialog stays open: what is left is the field.
            event.preventDefault();
            event.stopPropagation();
            setText(value);
            setError(null);
          }
        }}
      />
      {error && (
        <p class={css.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
