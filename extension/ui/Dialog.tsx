import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import css from './Dialog.module.css';
import { openModal } from './openModal.ts';

/** A question on top of a page of our own; Escape leaves it, and the focus goes back to where it was. */
export function Dialog({
  title,
  close,
  onClose,
  wide,
  children,
}: {
  title: string;
  /** What its cross is called. */
  close: string;
  onClose: () => void;
  wide?: boolean;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    const close = shown && openModal(shown);
    // Not its cross, which stands first: what is asked, else the dialog itself is read.
    const asked = body.current?.querySelector<HTMLElement>(
      'input:not([type=checkbox], :disabled), select:enabled, textarea:enabled',
    );
    (asked ?? shown)?.focus();
    return () => close?.();
  }, []);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      class={classes(css.dialog, wide && css.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Keys of the page below are not for what stands on top of it.
      onKeyDown={(event) => {
        event.stopPropagation();
        // Out of the top layer the browser does not do it.
        if (event.key === 'Escape' && !dialog.current?.matches(':modal') && !event.defaultPrevented)
          onClose();
      }}
    >
      <div class={css.head}>
        <h2 id={titleId} class={css.title}>
          {title}
        </h2>
        <IconButton label={close} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <div ref={body}>{children}</div>
    </dialog>
  );
}
