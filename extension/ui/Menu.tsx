import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import css from './Menu.module.css';
import { type MenuItem, MenuRow } from './MenuRow.tsx';
import { placeBeside } from './placeBeside.ts';

type Items = (MenuItem | null | false)[];

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
  tabIndex,
  focus,
}: {
  label: string;
  /** A list, or what makes it when it is opened: of many menus none is put together in vain. */
  items: Items | (() => Items);
  trigger: ComponentChildren;
  class?: string | undefined;
  title?: string;
  /** -1: where another key leads to it than Tab. */
  tabIndex?: number;
  /** What a key asks for that leads here. */
  focus?: string;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listed = !open ? [] : typeof items === 'function' ? items() : items;
  const ticks = listed.some((item) => item && item.checked !== undefined);
  const shown = listed.filter((item): item is MenuItem => Boolean(item));

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
        tabIndex={tabIndex}
        data-focus={focus}
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
            <MenuRow
              key={item.id}
              item={item}
              ticks={ticks}
              onPick={(event) => {
                close(true);
                item.onPick(event);
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

const startsWith = (element: HTMLElement, key: string) =>
  (element.dataset.text ?? element.textContent ?? '').trim().toLowerCase().startsWith(key.toLowerCase());
