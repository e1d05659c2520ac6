import type { ComponentChildren } from 'preact';
import css from './form.module.css';
import { isComposing } from './isComposing.ts';

/** A form in a panel: Enter and Ctrl+Enter save, Escape leaves, and the Enter of an input method does neither. */
export function Form({
  label,
  class: look = css.form,
  onSave,
  onCancel,
  children,
}: {
  label: string;
  class?: string | undefined;
  onSave: (event: Event) => void;
  onCancel: () => void;
  children: ComponentChildren;
}) {
  return (
    <form
      class={look}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(event);
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) {
          // The Enter of an input method would submit the form in some browsers.
          if (event.key === 'Enter') event.preventDefault();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(event);
      }}
    >
      {children}
    </form>
  );
}
