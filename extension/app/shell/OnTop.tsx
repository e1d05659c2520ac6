import { X } from 'lucide-preact';
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Card, Session } from '../../sidebar/shell/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { openModal } from '../../ui/openModal.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from './App.module.css';

/** A card of the sidebar over the page: a new contact, what the server refused, keys, a history. Its code comes with the first. */
export function OnTop({ session }: { session: Session }) {
  const card = session.cards.value.at(-1) ?? null;
  const dialog = useRef<HTMLDialogElement>(null);
  const [Shown, setShown] = useState<ComponentType<{ card: Card }> | null>(null);
  const isOpen = card !== null;
  useEffect(() => {
    const shown = dialog.current;
    return isOpen && shown ? openModal(shown) : undefined;
  }, [isOpen]);
  useEffect(() => {
    if (isOpen && !Shown)
      import('./CardOnTop.tsx').then(
        ({ CardOnTop }) => setShown(() => CardOnTop),
        () => session.back(),
      );
  }, [isOpen, Shown, session]);
  return (
    <dialog
      ref={dialog}
      class={css.dialog}
      aria-label={m.app_on_top()}
      onCancel={(event) => {
        event.preventDefault();
        session.back();
      }}
    >
      {card && (
        <>
          <div class={css.dialogHead}>
            <IconButton label={m.words_close()} onClick={() => session.back()}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
          {Shown ? <Shown card={card} /> : <Skeleton label={m.sidebar_loading()} />}
        </>
      )}
    </dialog>
  );
}
