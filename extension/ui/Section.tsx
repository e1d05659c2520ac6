import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Section.module.css';

/** A titled part of a panel, with room for one action at its end. */
export function Section({
  title,
  count,
  action,
  children,
}: {
  title: string;
  count?: number | undefined;
  action?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class={css.section} aria-labelledby={id}>
      <div class={css.head}>
        <h2 class={css.title} id={id}>
          {title}
          {count !== undefined && count > 0 && <span class={css.count}>{count}</span>}
        </h2>
        {action && <div class={css.action}>{action}</div>}
      </div>
      {children}
    </section>
  );
}

/** What is not there yet, in one calm line. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class={css.empty}>{children}</p>;
}
