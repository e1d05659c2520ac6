import css from './Skeleton.module.css';

/** The final shape in grey, seen only when the answer takes longer than 200 ms. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div class={css.skeleton} role="status" aria-label={label}>
      <div class={css.head}>
        <span class={css.disc} />
        <span class={css.lines}>
          <span class={css.line} />
          <span class={css.short} />
        </span>
      </div>
      <span class={css.block} />
      <span class={css.line} />
      <span class={css.short} />
      <span class={css.line} />
      <span class={css.short} />
    </div>
  );
}
