import { useState } from 'preact/hooks';
import { type FieldLabels, localised } from '../../../shared/domain/template/localised.ts';
import { renderTemplate } from '../../../shared/domain/template/render.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Picker } from '../../sidebar/search/Picker.tsx';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Templates.module.css';

/** A template as somebody would get it; what stays open is said. */
export function Preview({ subject, body, labels }: { subject: string; body: string; labels: FieldLabels }) {
  const [of, choose] = useState<{ id: Id; title: string } | null>(null);
  const [picking, pick] = useState(false);
  const { value } = useAnswer('templateValues', { contactId: of?.id ?? null });
  const values = value?.values ?? {};
  const [text, head] = [renderTemplate(body, values), renderTemplate(subject, values)];
  const missing = [...new Set([...head.missing, ...text.missing])].map((name) => labels[name] ?? name);
  return (
    <Section
      title={m.compose_preview()}
      action={
        !picking && (
          <Button look="link" class={css.whom} onClick={() => pick(true)}>
            {of?.title ?? m.compose_page_preview_for()}
          </Button>
        )
      }
    >
      {picking && (
        <Picker
          noun="contact"
          label={m.compose_page_preview_for()}
          onPick={({ id, title }) => {
            choose({ id, title });
            pick(false);
          }}
          onLeave={() => pick(false)}
        />
      )}
      {!of && <p class={css.hint}>{m.compose_page_preview_nobody()}</p>}
      <div class={css.preview} dir="auto">
        {head.text && <p class={css.previewSubject}>{localised(head.text, labels)}</p>}
        <p>{localised(text.text, labels)}</p>
      </div>
      {of && missing.length > 0 && (
        <p class={css.missing} role="status">
          {m.compose_missing({ fields: missing.join(', ') })}
        </p>
      )}
    </Section>
  );
}
