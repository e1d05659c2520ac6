import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes } from './classes.ts';
import css from './FieldList.module.css';
import type { Done } from './field.ts';
import { isComposing } from './isComposing.ts';

/** An amount and its currency while they are edited: Enter saves both, Escape restores, leaving them saves too. */
export function MoneyInput({
  label,
  currencyLabel,
  amount,
  currency,
  currencies,
  save,
  onDone,
}: {
  label: string;
  currencyLabel: string;
  amount: string;
  currency: string;
  currencies: { value: string; label: string }[];
  save: (amount: string, currency: string, event: Event) => Promise<string | null>;
  onDone: (how: Done) => void;
}) {
  const [text, setText] = useState(amount);
  const [code, setCode] = useState(currency);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const place = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const leaving = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = async (event: Event, keyboard: boolean) => {
    if (leaving.current) return;
    leaving.current = true;
    if (text === amount && code === currency) return onDone({ saved: null, keyboard });
    const refusal = await save(text, code, event);
    if (refusal === null) return onDone({ saved: text.trim() ? `${code} ${text.trim()}` : '', keyboard });
    leaving.current = false;
    setError(refusal);
    input.current?.focus();
  };
  return (
    <fieldset
      ref={place}
      class={css.editor}
      aria-label={label}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event)) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          leaving.current = true;
          onDone({ saved: null, keyboard: true });
        } else if (event.key === 'Enter') {
          event.preventDefault();
          void finish(event, true);
        }
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !place.current?.contains(to)) void finish(event, false);
      }}
    >
      <div class={css.money}>
        <input
          ref={input}
          class={classes(css.input, error && css.wrong)}
          inputMode="decimal"
          autocomplete="off"
          dir="auto"
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <select
          class={css.input}
          aria-label={currencyLabel}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        >
          {currencies.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {error && (
        <p class={css.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
