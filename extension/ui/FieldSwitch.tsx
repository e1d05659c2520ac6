import { useState } from 'preact/hooks';
import css from './FieldList.module.css';
import type { Field } from './field.ts';
import { Track } from './Track.tsx';

/** Yes or no, changed by one press; what was never said is neither. */
export function FieldSwitch({ field }: { field: Field }) {
  const [error, setError] = useState<string | null>(null);
  const { save } = field;
  const said = field.shown ?? '–';
  if (!save) return <span class={css.fixed}>{said}</span>;
  const isOn = field.value === '1';
  return (
    <div class={css.editor}>
      <button
        type="button"
        role="switch"
        class={css.switch}
        data-field={field.id}
        aria-checked={isOn}
        aria-label={`${field.label}: ${said}`}
        onClick={async (event) => setError(await save(isOn ? '0' : '1', event))}
      >
        <Track />
        <span class={field.value ? undefined : css.invite}>{said}</span>
      </button>
      {error && (
        <p class={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
