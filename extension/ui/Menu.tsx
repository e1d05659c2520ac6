import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { classes } from './classes.ts';
import css from './Menu.module.css';
import { placeBeside } from './placeBeside.ts';

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

/** A button that opens a list of things to do or choose; arrows, letters, Home, End, Enter, Escape. */
export function Menu({
  label,
  items,
  trigger,
  class: more,
  title,
}: {
  label: string;
  items: (MenuItem | null | false)[];
  trigger: ComponentChildren;
  class?: string | undefined;
  title?: string;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const ticks = items.some((item) => item && item.checked !== undefined);
  const shown = items.filter((item): item is MenuItem => Boolean(item));

  const buttons = () =>
    Array.from(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []);
  const onToggle = (event: JSX.TargetedEvent<HTMLDivElement, ToggleEvent>) => {
    const opens = event.newState === 'open';
    setOpen(opens);
    if (!opens || !button.current || !list.current) return;
    placeBeside(list.current, button.current);
    const all = buttons();
    (all.find((one) => one.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  };
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to =
      event.key === 'ArrowDown'
        ? (at + 1) % all.length
        : event.key === 'ArrowUp'
          ? (at - 1 + all.length) % all.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : /^\S$/u.test(event.key) && !event.ctrlKey && !event.metaKey
                ? all.findIndex((one, i) => i > at && startsWith(one, event.key))
                : -1;
    if (event.key === 'Tab') list.current?.hidePopover();
    if (to < 0) return;
    event.preventDefault();
    all[to]?.focus();
  };

  return (
    <>
      <button
        type="button"
        ref={button}
        class={more}
        title={title}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popovertarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          list.current?.showPopover();
        }}
      >
        {trigger}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="menu"
        aria-label={label}
        class={css.menu}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {open &&
          shown.map((item) => (
            <button
              key={item.id}
              type="button"
              {...roleOf(item)}
              disabled={item.disabled}
              tabIndex={-1}
              data-text={item.text}
              class={classes(css.item, item.danger && css.danger)}
              onClick={(event) => {
                list.current?.hidePopover();
                button.current?.focus();
                item.onPick(event);
              }}
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
          ))}
      </div>
    </>
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

const startsWith = (element: HTMLElement, key: string) =>
  (element.dataset.text ?? element.textContent ?? '').trim().toLowerCase().startsWith(key.toLowerCase());
