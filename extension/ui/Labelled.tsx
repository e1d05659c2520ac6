import { type ComponentChildren, cloneElement, type VNode } from 'preact';
import { useId } from 'preact/hooks';
import css from './form.module.css';

/** A form field with its label above and what is wrong with it below. */
export function Labelled({
  label,
  error,
  children,
}: {
  label: ComponentChildren;
  error?: string | null | undefined;
  children: VNode<Record<string, unknown>>;
}) {
  const id = useId();
  return (
    <div class={css.field}>
      <label class={css.label} for={id}>
        {label}
      </label>
      {cloneElement(children, {
        id,
        'aria-invalid': error ? 'true' : undefined,
        'aria-describedby': error ? `${id}-error` : undefined,
      })}
      {error && (
        <p class={css.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
