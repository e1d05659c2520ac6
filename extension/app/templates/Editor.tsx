import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { canonical, type FieldLabels, localised } from '../../../shared/domain/template/localised.ts';
import { fieldsIn } from '../../../shared/domain/template/render.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { TemplatesView } from '../../messages/compose.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Preview } from './Preview.tsx';
import css from './Templates.module.css';
import { TextWithFields } from './TextWithFields.tsx';
import { useDraft } from './useDraft.ts';

type Line = TemplatesView['templates'][number];

/** One template, or a new one. Every stroke is kept as a draft until it is saved. */
export function Editor({
  template,
  templates,
  labels,
  onDone,
}: {
  template: Line | null;
  templates: readonly Line[];
  labels: FieldLabels;
  onDone: (id: Id | null) => void;
}) {
  const session = useSession();
  const { typed, isDraft, type, drop, done } = useDraft(template?.id ?? 'new', {
    name: template?.name ?? '',
    subject: template?.subject ?? '',
    body: template?.body ?? '',
    shared: template ? template.privateTo === null : false,
  });
  const [errors, setErrors] = useState<{ name?: string; body?: string; all?: string }>({});
  const first = useRef<HTMLInputElement>(null);
  const ready = typed !== null;
  useLayoutEffect(() => {
    if (ready && !template) first.current?.focus();
  }, [ready]);
  if (!typed) return <Skeleton label={m.sidebar_loading()} />;
  const { name, subject, body, shared } = typed;
  const may = (template?.mayChange ?? true) && session.canChange.value;
  const unknown = fieldsIn(`${subject}\n${body}`).filter((field) => !Object.hasOwn(labels, field));
  const write = (change: Parameters<typeof type>[0]) => {
    type(change);
    setErrors({});
  };

  const save = async (event: Event) => {
    const called = name.trim();
    const isTaken = templates.some(
      (each) => each.id !== template?.id && each.name.toLowerCase() === called.toLowerCase(),
    );
    if (!called) return setErrors({ name: m.compose_page_needs_name() });
    if (isTaken) return setErrors({ name: m.compose_page_exists({ name: called }) });
    if (!body.trim()) return setErrors({ body: m.compose_page_needs_text() });
    const fields = { name: called, subject: subject.trim() || null, body };
    const outcome = template
      ? await session.act(
          event,
          'template.edit',
          { id: template.id, fields, ...(template.mine && { private: !shared }) },
          true,
        )
      : await add(event, fields);
    if (!outcome.ok) return setErrors({ all: errorText(outcome.code) });
    done();
    onDone(template?.id ?? null);
  };
  const add = (event: Event, fields: { name: string; subject: string | null; body: string }) =>
    session.act(
      event,
      'template.add',
      {
        ...{ id: newId(), ...fields, private: !shared },
        position: 1 + Math.max(-1, ...templates.map(({ position }) => position)),
      },
      true,
    );
  return (
    <Form
      label={template ? template.name : m.compose_page_new()}
      class={css.editor}
      onSave={(event) => void save(event)}
      onCancel={() => onDone(null)}
    >
      <fieldset class={css.plain} disabled={!may}>
        {!may && template && <p class={css.hint}>{m.compose_page_read_only({ who: template.by })}</p>}
        <TextField
          label={m.compose_page_name()}
          inputRef={first}
          maxLength={limits.name}
          value={name}
          error={errors.name}
          onText={(text) => write({ name: text })}
        />
        {name.trim() && <p class={css.hint}>{m.compose_page_name_how({ name: name.trim() })}</p>}
        <TextField
          label={m.compose_page_subject()}
          maxLength={limits.subject}
          value={localised(subject, labels)}
          onText={(text) => write({ subject: canonical(text, labels) })}
        />
        <TextWithFields
          value={localised(body, labels)}
          labels={labels}
          error={errors.body ?? null}
          onText={(text) => write({ body: canonical(text, labels) })}
        />
        {unknown.length > 0 && (
          <p class={css.missing} role="status">
            {m.compose_page_unknown_field({ fields: unknown.join(', ') })}
          </p>
        )}
        {(!template || template.mine) && (
          <label class={css.check}>
            <input
              type="checkbox"
              checked={shared}
              onChange={({ currentTarget }) => write({ shared: currentTarget.checked })}
            />
            {m.compose_page_share()}
          </label>
        )}
      </fieldset>
      {errors.all && (
        <p class={css.missing} role="alert">
          {errors.all}
        </p>
      )}
      {may && (
        <FormEnd save={m.words_save()} cancel={m.words_close()} onCancel={() => onDone(null)}>
          {isDraft && (
            <>
              <Button look="quiet" onClick={drop}>
                {m.compose_page_discard()}
              </Button>
              <span class={css.hint} role="status">
                {m.compose_page_draft()}
              </span>
            </>
          )}
        </FormEnd>
      )}
      <Preview subject={subject} body={body} labels={labels} />
    </Form>
  );
}
