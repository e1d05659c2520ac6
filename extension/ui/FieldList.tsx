import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Address, isAddress } from './Address.tsx';
import { FieldInput } from './FieldInput.tsx';
import css from './FieldList.module.css';
import { FieldSwitch } from './FieldSwitch.tsx';
import type { Done, Field } from './field.ts';
import { Text } from './Text.tsx';

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
    const open = fields.filter((field) => field.kind !== 'yes-no' && (field.save ?? field.editor));
    return open[open.findIndex((field) => field.id === id) + step]?.id ?? null;
  };

  const done = (field: Field, how: Done) => {
    if (how.saved !== null) setSaved({ id: field.id, was: field.value, text: how.saved });
    const to = how.step ? next(field.id, how.step) : null;
    if (how.keyboard && !to) refocus.current = field.id;
    setEditing((now) => (now === field.id ? to : now));
  };

  return (
    <dl class={css.list} ref={list} aria-label={label}>
      {fields.map((field) => (
        <div class={css.row} key={field.id}>
          <dt class={css.label}>{field.label}</dt>
          <dd class={css.cell}>
            {field.kind === 'yes-no' ? (
              <FieldSwitch field={field} />
            ) : editing === field.id && field.editor ? (
              field.editor((how) => done(field, how))
            ) : editing === field.id && field.save ? (
              <FieldInput field={field} save={field.save} onDone={(how) => done(field, how)} />
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
    isAddress(said) ? (
      <Address class={css.words}>{said}</Address>
    ) : (
      <Text class={css.words}>{said}</Text>
    )
  ) : (
    <span class={css.invite}>{field.invite ?? '–'}</span>
  );
  return (
    <>
      {field.save || field.editor ? (
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
