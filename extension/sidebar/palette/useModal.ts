import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSession } from '../shell/session.ts';

const tabbable =
  'input:not(:disabled), button:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]';

/**
 * A dialog over everything else. In a page of ours it stands in the browser's top layer; in a frame that would count
 * as covering the panel and disarm its buttons, so there it lies on top of its neighbours, which are inert meanwhile.
 */
export function useModal(onClose: () => void) {
  const { guard } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const end = useRef(() => {});
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    const before = document.activeElement;
    const own = guard.level.peek() === 'own';
    const others = own
      ? []
      : Array.from(shown.parentElement?.children ?? []).filter(
          (each): each is HTMLElement => each instanceof HTMLElement && each !== shown && !each.inert,
        );
    for (const other of others) other.inert = true;
    if (own) shown.showModal();
    else shown.show();
    shown.querySelector('input')?.focus();
    end.current = () => {
      end.current = () => {};
      for (const other of others) other.inert = false;
      shown.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
    return () => end.current();
  }, [guard]);
  return {
    dialog,
    /** Before whatever the palette was asked for happens, so that it may take the focus. */
    leave: () => {
      end.current();
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
