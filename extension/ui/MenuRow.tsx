import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';
import css from './Menu.module.css';

export type MenuItem = {
  id: string;
  label: ComponentChildren;
  /** For typing ahead; else the label where it is a text. */
  text?: string;
  icon?: ComponentChildren;
  detail?: ComponentChildren;
  /** Shown as one of several, chosen or not. */
  checked?: boolean;
  /** `switch`: it stands for itself instead of being one of several. */
  role?: 'switch';
  danger?: boolean;
  disabled?: boolean;
  onPick: (event: Event) => void;
};

/** One thing to do or choose; `ticks`: room for the sign of the chosen one. */
export function MenuRow({
  item,
  ticks,
  onPick,
}: {
  item: MenuItem;
  ticks: boolean;
  onPick: (event: Event) => void;
}) {
  return (
    <button
      type="button"
      {...roleOf(item)}
      disabled={item.disabled}
      tabIndex={-1}
      data-text={item.text}
      class={classes(css.item, item.danger && css.danger)}
      onClick={onPick}
    >
      {ticks && (
        <span class={css.tick} aria-hidden="true">
          {item.checked ? '✓' : ''}
        </span>
      )}
      {item.icon}
      <span class={css.label}>{item.label}</span>
      {item.detail && <span class={css.detail}>{item.detail}</span>}
    </button>
  );
}

/** A plain item, one of several, or a switch. */
const roleOf = (item: MenuItem) =>
  item.checked === undefined
    ? { role: 'menuitem' as const }
    : {
        role: item.role === 'switch' ? ('menuitemcheckbox' as const) : ('menuitemradio' as const),
        'aria-checked': item.checked,
      };
