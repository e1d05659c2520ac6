import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { classes } from './classes.ts';
import css from './FieldList.module.css';
import { isComposing } from './isComposing.ts';
import { Text } from './Text.tsx';

export type Field = {
  id: string;
  label: string;
  /** The text that is edited. */
  value: string;
  /** How it is shown, where that differs. */
  shown?: string;
  kind?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'decimal' | 'long';
  options?: { value: string; label: string }[];
  /** Shown in place of an empty value. */
  invite?: string;
  title?: string;
  /** Beside the value: a link, where it came from. */
  beside?: ComponentChildren;
  maxLength?: number;
  /** Answers with a sentence when the text was refused. Missing: cannot be edited. */
  save?: (text: string, event: Event) => Promise<string | null>;
};

/** Labelled values edited where they stand: click or Enter opens, Enter saves, Escape restores, Tab goes on to the next. */
export function FieldList({ fields, label }: { fields: Field[]; label: string }) {
  const [editing, setEditing] = useState<string | null>(null);
  /** What was just saved, shown until the row itself comes back with it. */
  const [saved, setSaved] = useState<{ id: string; was: string; text: string } | null>(null);
  const refocus = useRef<string | null>(null);
  const list = useRef<HTMLDListElement>(null);

  useEffect(() => {
    if (!saved) return;
    const timer = setTimeout(() => setSaved(null), 1000);
    return () => clearTimeout(timer);
  }, [saved]);
  useLayoutEffect(() => {
    if (editing || !refocus.current) return;
    list.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(refocus.current)}"]`)?.focus();
    refocus.current = null;
  }, [editing]);

  const next = (id: string, step: 1 | -1) => {
    const open = fields.filter((field) => field.save);
    return open[open.findIndex((field) => field.id === id) + step]?.id ?? null;
  };

  return (
    <dl class={css.list} ref={list} aria-label={label}>
      {fields.map((field) => (
        <div class={css.row} key={field.id}>
          <dt class={css.label}>{field.label}</dt>
          <dd class={css.cell}>
            {editing === field.id && field.save ? (
              <FieldInput
                field={field}
                save={field.save}
                onDone={(how) => {
                  if (how.saved !== null) setSaved({ id: field.id, was: field.value, text: how.saved });
                  const to = how.step ? next(field.id, how.step) : null;
                  if (how.keyboard && !to) refocus.current = field.id;
                  setEditing((now) => (now === field.id ? to : now));
                }}
              />
            ) : (
              <FieldValue
                field={
                  saved?.id === field.id && saved.was === field.value ? withText(field, saved.text) : field
                }
                saved={saved?.id === field.id}
                onEdit={() => setEditing(field.id)}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValue({ field, saved, onEdit }: { field: Field; saved: boolean; onEdit: () => void }) {
  const said = field.shown ?? field.value;
  const text = said ? (
    <Text class={css.words}>{said}</Text>
  ) : (
    <span class={css.invite}>{field.invite ?? '–'}</span>
  );
  return (
    <>
      {field.save ? (
        <button
          type="button"
          class={css.value}
          data-field={field.id}
          title={field.title}
          aria-label={`${field.label}: ${said || (field.invite ?? '–')}`}
          onClick={onEdit}
        >
          {text}
        </button>
      ) : (
        <span class={css.fixed} title={field.title}>
          {text}
        </span>
      )}
      {saved ? (
        <span class={css.tick} aria-hidden="true">
          ✓
        </span>
      ) : (
        field.beside
      )}
    </>
  );
}

const withText = (field: Field, text: string): Field => ({
  ...field,
  value: text,
  shown: field.options?.find((option) => option.value === text)?.label ?? text,
});

/** `saved`: the text that was taken, null where nothing changed. */
type Done = { saved: string | null; keyboard: boolean; step?: 1 | -1 };

function FieldInput({
  field,
  save,
  onDone,
}: {
  field: Field;
  save: NonNullable<Field['save']>;
  onDone: (how: Done) => void;
}) {
  const [text, setText] = useState(field.value);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  /** Leaving the field by a key also blurs it; only the first of the two saves. */
  const leaving = useRef(false);

  // Before the next key can arrive, so that none of a fast typist's keys is taken for a command.
  useLayoutEffect(() => {
    input.current?.focus();
    if (field.kind !== 'date' && !field.options) input.current?.select();
  }, [field.kind, field.options]);

  const finish = async (event: Event, how: Omit<Done, 'saved'>) => {
    if (leaving.current) return;
    leaving.current = true;
    if (text === field.value) return onDone({ ...how, saved: null });
    const refusal = await save(text, event);
    if (refusal === null) return onDone({ ...how, saved: text });
    leaving.current = false;
    setError(refusal);
    if (how.keyboard) input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leaving.current = true;
      onDone({ saved: null, keyboard: true });
    } else if (event.key === 'Enter' && !(field.kind === 'long' && event.shiftKey)) {
      event.preventDefault();
      void finish(event, { keyboard: true });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void finish(event, { keyboard: true, step: event.shiftKey ? -1 : 1 });
    }
  };
  const shared = {
    ref: input,
    class: classes(css.input, error && css.wrong),
    'aria-label': field.label,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? errorId : undefined,
    maxLength: field.maxLength,
    onKeyDown,
    onBlur: (event: FocusEvent) => void finish(event, { keyboard: false }),
  };
  return (
    <div class={css.editor}>
      {field.options ? (
        <select {...shared} value={text} onChange={(event) => setText(event.currentTarget.value)}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.kind === 'long' ? (
        <textarea
          {...shared}
          dir="auto"
          rows={3}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          dir="auto"
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={
            field.kind === 'email' || field.kind === 'tel' || field.kind === 'url' || field.kind === 'decimal'
              ? field.kind
              : 'text'
          }
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {error && (
        <p class={css.error} id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
