import unseen from '../../ui/unseen.module.css';
import css from './Files.module.css';

/** Clipped in its middle: the end says what it is. */
export function FileName({ name }: { name: string }) {
  const signs = Array.from(name);
  const tail = tailOf(signs);
  return (
    <bdi class={css.name} title={name}>
      <span class={unseen.unseen}>{name}</span>
      <span class={css.start} aria-hidden="true">
        {signs.slice(0, signs.length - tail).join('')}
      </span>
      {tail > 0 && <span aria-hidden="true">{signs.slice(-tail).join('')}</span>}
    </bdi>
  );
}

/** How many signs of a long name always stand there: so much as nine Latin letters take. */
function tailOf(signs: readonly string[]): number {
  const widthOf = (sign: string) => (/[\u2e80-\uffef]/.test(sign) ? 2 : 1);
  if (signs.reduce((sum, sign) => sum + widthOf(sign), 0) <= 18) return 0;
  let width = 0;
  let tail = 0;
  for (const sign of signs.toReversed()) {
    width += widthOf(sign);
    if (width > 9) break;
    tail++;
  }
  return tail;
}
