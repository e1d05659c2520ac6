import css from './Avatar.module.css';
import { classes } from './classes.ts';
import { initials, isHan } from './initials.ts';
import { langOf } from './langOf.ts';

/** A steady hue for a name, so that the same person always looks the same. */
const hueOf = (name: string) =>
  Array.from(name).reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 6, 7);

export function Avatar({ name, size = 36, square }: { name: string; size?: 20 | 24 | 36; square?: boolean }) {
  const text = initials(name);
  return (
    <span
      class={classes(
        css.avatar,
        css[`size${size}`],
        css[`hue${hueOf(name)}`],
        square && css.square,
        isHan(text) && css.han,
      )}
      lang={langOf(text)}
      aria-hidden="true"
    >
      {text}
    </span>
  );
}
