import { Braces } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { written } from '../../../shared/domain/template/fields.ts';
import type { FieldLabels } from '../../../shared/domain/template/localised.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Menu } from '../../ui/Menu.tsx';
import css from './Templates.module.css';

/** Fields that a mail begins with; without a value something is to stand there all the same. */
const greeting = new Set(['first_name', 'salutation']);

/** Plain text with a menu of fields; what it inserts can be undone like anything typed. */
export function TextWithFields({
  value,
  labels,
  error,
  onText,
}: {
  value: string;
  labels: FieldLabels;
  error: string | null;
  onText: (text: string) => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string, label: string) => {
    const text = written(label, greeting.has(name) ? m.compose_page_fallback() : null);
    const area = box.current;
    if (!area) return;
    area.focus();
    // Keeps the box's own undo; where a browser refuses, the text is put in without.
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      onText(area.value);
    }
  };
  return (
    <>
      <Labelled label={m.compose_page_text()} error={error}>
        <textarea
          ref={box}
          class={form.input}
          rows={12}
          dir="auto"
          maxLength={limits.note}
          value={value}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          // Enter is a new line here; Ctrl+Enter saves, as the form has it.
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.stopPropagation();
          }}
        />
      </Labelled>
      <div class={css.fields}>
        <Menu
          label={m.compose_page_fields()}
          class={css.fieldMenu}
          trigger={
            <>
              <Braces size={14} aria-hidden="true" /> {m.compose_page_fields()}
            </>
          }
          items={Object.entries(labels).map(([name, label]) => ({
            id: name,
            label,
            onPick: () => insert(name, label),
          }))}
        />
        <span class={css.hint}>
          {m.compose_page_fields_how({ how: written(labels.first_name ?? '', m.compose_page_fallback()) })}
        </span>
      </div>
    </>
  );
}
