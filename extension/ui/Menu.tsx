import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
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

/**
 * A button that opens a list of things to do or choose; arrows, letters, Home, End, Enter, Escape.
 * No native popover: what stands in the top layer counts as covering our panel, and would disarm its buttons.
 */
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
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  useLayoutEffect(() => {
    if (!open || !button.current || !list.current) return;
    placeBeside(list.current, button.current);
    const all = Array.from(list.current.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'));
    (all.find((one) => one.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
    const onPointerDown = ({ target }: PointerEvent) => {
      const inside =
        target instanceof Node && [button, list].some(({ current }) => current?.contains(target));
      if (!inside) setOpen(false);
    };
    const leave = () => setOpen(false);
    document.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('blur', leave);
    window.addEventListener('resize', leave);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('blur', leave);
      window.removeEventListener('resize', leave);
    };
  }, [open]);
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
    if (event.key === 'Tab' || event.key === 'Escape') close(true);
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
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          ref={list}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          class={css.menu}
          onKeyDown={onKeyDown}
        >
          {shown.map((item) => (
            <button
              key={item.id}
              type="button"
              {...roleOf(item)}
              disabled={item.disabled}
              tabIndex={-1}
              data-text={item.text}
              class={classes(css.item, item.danger && css.danger)}
              onClick={(event) => {
                close(true);
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
      )}
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
