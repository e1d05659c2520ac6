import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';
import css from './Strip.module.css';

/** A line across the panel about the state of things. */
export function Strip({
  tone,
  icon,
  children,
  action,
  role,
}: {
  tone: 'plain' | 'info' | 'warning' | 'danger';
  icon?: ComponentChildren;
  children: ComponentChildren;
  action?: ComponentChildren;
  role?: 'status' | 'alert';
}) {
  return (
    <div class={classes(css.strip, css[tone])} role={role}>
      {icon}
      <span class={css.text}>{children}</span>
      {action && <span class={css.action}>{action}</span>}
    </div>
  );
}
