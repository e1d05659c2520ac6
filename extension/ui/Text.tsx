import { classes } from './classes.ts';
import { langOf } from './langOf.ts';
import css from './Text.module.css';

/** Somebody's own words, as text and nothing else: their direction and script decide how they are drawn. */
export function Text({
  children,
  cut,
  class: more,
  title,
}: {
  children: string;
  cut?: boolean;
  class?: string | undefined;
  title?: string;
}) {
  return (
    <bdi
      dir="auto"
      lang={langOf(children)}
      class={classes(css.text, cut && css.cut, more)}
      title={title ?? (cut ? children : undefined)}
    >
      {children}
    </bdi>
  );
}
