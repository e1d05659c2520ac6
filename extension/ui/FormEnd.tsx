import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import css from './form.module.css';

/** How a form ends: saved or left. */
export function FormEnd({
  save,
  cancel,
  onCancel,
  children,
}: {
  save: string;
  cancel: string;
  onCancel: () => void;
  children?: ComponentChildren;
}) {
  return (
    <div class={css.buttons}>
      <Button look="primary" type="submit">
        {save}
      </Button>
      {children}
      <Button look="quiet" onClick={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}
