import { Fragment } from 'preact';
import { classes } from './classes.ts';
import css from './Text.module.css';

/** A mail address, profile or domain: where it needs two lines it breaks before an `@`, a dot or a slash, not inside a word. */
export function Address({ children, class: more }: { children: string; class?: string | undefined }) {
  return (
    <bdi dir="auto" class={classes(css.text, more)} title={children}>
      {children.split(/(?=[@./])/).map((piece, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </bdi>
  );
}

/** Whether a value is an address rather than words: no spaces, and an `@` or a dot inside. */
export const isAddress = (value: string): boolean => /^[^\s@.]\S*[@.]\S*[^\s@.]$/u.test(value);
