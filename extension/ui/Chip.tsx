import type { ComponentChildren } from 'preact';
import css from './Chip.module.css';
import { classes } from './classes.ts';

export type ChipTone = 'plain' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: ChipTone | undefined;
  title?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <span class={classes(css.chip, css[tone])} title={title}>
      {children}
    </span>
  );
}
