import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from '../ui/classes.ts';
import css from './page.module.css';

/** One step or topic of a full page. */
export function Card({
  title,
  how,
  number,
  done,
  children,
}: {
  title: string;
  how?: string;
  number?: number;
  done?: boolean | undefined;
  children?: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class={classes(css.card, done && css.done)} aria-labelledby={id}>
      <div class={css.cardHead}>
        {number !== undefined && (
          <span class={css.number} aria-hidden="true">
            {done ? '✓' : number}
          </span>
        )}
        <h2 class={css.cardTitle} id={id}>
          {title}
        </h2>
      </div>
      {how && <p class={css.how}>{how}</p>}
      {children}
    </section>
  );
}

/** The page itself: its name and mark, then its cards. */
export function Page({
  title,
  lead,
  inApp = false,
  children,
}: {
  title: string;
  lead?: string;
  /** In the app, whose own `main` is around every page. */
  inApp?: boolean;
  children: ComponentChildren;
}) {
  const Root = inApp ? 'div' : 'main';
  return (
    <Root class={css.page}>
      <header class={css.head}>
        <img src={`${import.meta.env.BASE_URL}icon/128.png`} width="56" height="56" alt="" />
        <div>
          <h1 class={css.title}>{title}</h1>
          {lead && <p class={css.lead}>{lead}</p>}
        </div>
      </header>
      {children}
    </Root>
  );
}
