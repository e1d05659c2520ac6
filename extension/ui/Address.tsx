import { Fragment } from 'preact';
import css from './Address.module.css';
import { classes } from './classes.ts';

/**
 * A mail address, profile or domain. Where it needs two lines, what follows the `@` goes to the second as a whole;
 * where that is still too long, it breaks before a dot or a slash, not inside a word.
 */
export function Address({ children, class: more }: { children: string; class?: string | undefined }) {
  const at = children.lastIndexOf('@');
  const [local, host] = at > 0 ? [children.slice(0, at), children.slice(at)] : ['', children];
  return (
    <bdi dir="auto" class={classes(css.address, more)} title={children}>
      {local && <Breakable>{local}</Breakable>}
      <span class={css.host}>
        <Breakable>{host}</Breakable>
      </span>
    </bdi>
  );
}

const Breakable = ({ children }: { children: string }) => (
  <>
    {children.split(/(?=[./])/).map((piece, at) => (
      <Fragment key={at}>
        {at > 0 && <wbr />}
        {piece}
      </Fragment>
    ))}
  </>
);

/** Whether a value is an address rather than words: no spaces, and an `@` or a dot inside. */
export const isAddress = (value: string): boolean => /^[^\s@.]\S*[@.]\S*[^\s@.]$/u.test(value);
