import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './ImportPage.module.css';

/** One step: its question, what it shows, and the buttons that lead on. */
export function Part({
  title,
  how,
  children,
  buttons,
}: {
  title: string;
  how?: ComponentChildren;
  children?: ComponentChildren;
  buttons?: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class={css.part} aria-labelledby={id}>
      <div class={css.body}>
        <h2 class={css.question} id={id} tabIndex={-1}>
          {title}
        </h2>
        {how && <p class={css.how}>{how}</p>}
        {children}
      </div>
      {buttons && <div class={css.buttons}>{buttons}</div>}
    </section>
  );
}
