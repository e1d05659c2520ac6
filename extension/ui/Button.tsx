import type { ComponentChildren, JSX, Ref } from 'preact';
import css from './Button.module.css';
import { classes } from './classes.ts';

type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'ref' | 'icon'> & {
  look?: 'primary' | 'outline' | 'quiet' | 'danger' | 'link';
  icon?: ComponentChildren;
  wide?: boolean;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
};

export function Button({ look = 'outline', icon, wide, buttonRef, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef ?? null}
      class={classes(css.button, css[look], wide && css.wide, rest.class as string | undefined)}
    >
      {icon}
      {children !== undefined && <span class={css.text}>{children}</span>}
    </button>
  );
}

type IconButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'ref' | 'icon' | 'label'> & {
  /** Spoken name and tooltip. */
  label: string;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
};

export function IconButton({ label, buttonRef, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      ref={buttonRef ?? null}
      class={classes(css.icon, rest.class as string | undefined)}
    >
      {children}
    </button>
  );
}
