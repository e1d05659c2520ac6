import { Plus } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { TemplatesView } from '../../messages/compose.ts';
import { Missing } from '../../sidebar/shell/Missing.tsx';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Section.tsx';
import { Editor } from './Editor.tsx';
import { fieldLabels } from './fieldLabels.ts';
import { TemplateRow } from './TemplateRow.tsx';
import css from './Templates.module.css';

type Line = TemplatesView['templates'][number];

/** Texts to write with: the list, and one of them to change. */
export function TemplatesPage() {
  const session = useSession();
  const { value, code } = useAnswer('templates', {});
  const [open, setOpen] = useState<Id | 'new' | null>(null);
  useEffect(() => {
    document.title = m.compose_templates();
  }, []);
  const labels = useMemo(() => fieldLabels(value?.ownFields ?? []), [value?.ownFields]);
  if (!value) return <Missing code={code} gone={false} />;
  const { templates } = value;
  const shown = templates.find(({ id }) => id === open) ?? null;
  const may = session.canChange.value;

  const swap = (a: Line | undefined, b: Line | undefined) => {
    if (!may || !a?.mayChange || !b?.mayChange) return null;
    return (event: Event) => {
      // Two that stood in one place stand apart then.
      const [first, second] =
        a.position === b.position ? [a.position, b.position + 1] : [a.position, b.position];
      void session.actAll(event, [
        { verb: 'template.edit', input: { id: a.id, fields: { position: second } } },
        { verb: 'template.edit', input: { id: b.id, fields: { position: first } } },
      ]);
    };
  };
  const remove = async (event: Event, template: Line) => {
    const { id, name, subject, body, position, privateTo } = template;
    if (!(await session.act(event, 'template.remove', { id })).ok) return;
    if (open === id) setOpen(null);
    const again = { name, subject, body, position, private: privateTo !== null };
    session.toasts.show({
      tone: 'plain',
      text: m.compose_page_removed({ name }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'template.add', { id: newId(), ...again }),
      },
    });
  };
  return (
    <article class={css.page} aria-label={m.compose_templates()}>
      <header class={css.head}>
        <h1 class={css.title}>{m.compose_templates()}</h1>
        {may && (
          <Button look="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setOpen('new')}>
            {m.compose_page_new()}
          </Button>
        )}
      </header>
      <p class={css.lead}>{m.compose_page_how()}</p>
      <div class={css.columns}>
        <section aria-label={m.compose_page_list()}>
          {templates.length === 0 && <Empty>{m.compose_page_empty()}</Empty>}
          <ul class={css.list}>
            {templates.map((template, at) => (
              <TemplateRow
                key={template.id}
                template={template}
                labels={labels}
                open={template.id === open}
                onOpen={() => setOpen(template.id)}
                onUp={swap(templates[at - 1], template)}
                onDown={swap(template, templates[at + 1])}
                onRemove={may && template.mayChange ? (event) => void remove(event, template) : null}
              />
            ))}
          </ul>
        </section>
        {(shown || open === 'new') && (
          <Editor
            key={open}
            template={shown}
            templates={templates}
            labels={labels}
            onDone={() => setOpen(null)}
          />
        )}
      </div>
    </article>
  );
}
