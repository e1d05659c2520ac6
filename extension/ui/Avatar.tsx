import css from './Avatar.module.css';
import { classes } from './classes.ts';
import { langOf } from './langOf.ts';

const han = /\p{Script=Han}/u;

/** Up to two letters; of a Han name the family name, since its parts are not told apart by spaces. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const first = Array.from(trimmed)[0] ?? '?';
  if (han.test(first)) return first;
  const words = trimmed.split(/[\s@._-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word ? Array.from(word)[0] : '',
  );
  return (letters.join('') || first).toLocaleUpperCase();
}

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
        han.test(text) && css.han,
      )}
      lang={langOf(text)}
      aria-hidden="true"
    >
      {text}
    </span>
  );
}
