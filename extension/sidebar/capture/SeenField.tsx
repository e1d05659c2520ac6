import { useId } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Seen } from '../../../shared/identity/sighting.ts';
import form from '../../ui/form.module.css';
import { Text } from '../../ui/Text.tsx';
import { certaintyText, percentText } from '../person/certaintyText.ts';
import { evidenceText } from '../person/evidenceText.ts';
import { useSession } from '../shell/session.ts';
import css from './SeenField.module.css';
import { usePointing } from './usePointing.ts';

/** A field of a form with where its value stands on the page and how sure that is; other values are a click away. */
export function SeenField({
  label,
  value,
  seen,
  max,
  error,
  onValue,
}: {
  label: string;
  value: string;
  /** Surest first. */
  seen: readonly Seen[];
  max: number;
  error?: string | null;
  onValue: (value: string) => void;
}) {
  const locale = useSession().locale.value;
  const pointing = usePointing();
  const id = useId();
  const shown = seen.find((each) => each.value === value);
  const others = seen.filter((each) => each !== shown);
  return (
    <div class={form.field}>
      <div class={css.field} {...pointing(shown?.at)}>
        <div class={css.head}>
          <label class={form.label} for={id}>
            {label}
          </label>
          {shown && (
            <span class={css.source} id={`${id}-seen`} title={percentText(shown.confidence, locale)}>
              {m.capture_seen_as({
                source: evidenceText(shown.source),
                certainty: certaintyText(shown.confidence),
              })}
            </span>
          )}
        </div>
        <input
          id={id}
          class={form.input}
          dir="auto"
          autocomplete="off"
          maxLength={max}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : shown ? `${id}-seen` : undefined}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      </div>
      {error && (
        <p class={form.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {others.length > 0 && (
        <div class={css.others}>
          <span class={css.source}>{m.capture_also_there()}</span>
          {others.map((other) => (
            <button
              key={other.value}
              type="button"
              class={css.other}
              aria-label={m.capture_use_other({ label, value: other.value })}
              title={`${evidenceText(other.source)}, ${certaintyText(other.confidence)}`}
              onClick={() => onValue(other.value)}
              {...pointing(other.at)}
            >
              <Text cut>{other.value}</Text>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
