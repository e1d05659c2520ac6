import { useLayoutEffect, useRef } from 'preact/hooks';
import { openModal } from '../../ui/openModal.ts';

const tabbable =
  'input:not(:disabled), button:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]';

/** The palette's dialog: opened with it, and closed before whatever was chosen happens. */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<(() => void) | null>(null);
  const end = () => {
    close.current?.();
    close.current = null;
  };
  useLayoutEffect(() => {
    if (!dialog.current) return;
    close.current = openModal(dialog.current);
    dialog.current.querySelector('input')?.focus();
    return end;
  }, []);
  return {
    dialog,
    /** Before whatever the palette was asked for happens, so that it may take the focus. */
    leave: () => {
      end();
      onClose();
    },
    /** Tab stays inside. */
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return;
      const all = Array.from(dialog.current?.querySelectorAll<HTMLElement>(tabbable) ?? []);
      const edge = event.shiftKey ? all[0] : all.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    },
  };
}
