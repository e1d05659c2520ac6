import css from './KeyList.module.css';

/** Keys and what they do, one a line. */
export function KeyList({ keys }: { keys: readonly (readonly [key: string, does: string])[] }) {
  return (
    <dl>
      {keys.map(([key, does]) => (
        <div class={css.row} key={key}>
          <dt>
            <kbd class={css.key}>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
