import type { ComponentChildren, JSX, Ref } from 'preact';
import css from './form.module.css';
import { Labelled } from './Labelled.tsx';

type TextFieldProps = Pick<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autocomplete' | 'maxLength' | 'list' | 'placeholder' | 'min' | 'max'
> & {
  label: ComponentChildren;
  value: string;
  onText: (text: string) => void;
  error?: string | null | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
};

/** A line of text in a form. */
export function TextField({ label, value, onText, error, inputRef, ...rest }: TextFieldProps) {
  return (
    <Labelled label={label} error={error}>
      <input
        dir="auto"
        {...rest}
        ref={inputRef ?? null}
        class={css.input}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </Labelled>
  );
}
