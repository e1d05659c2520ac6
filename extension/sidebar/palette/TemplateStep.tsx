import { Copy, SquarePen, TextCursorInput } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Empty } from '../../ui/Section.tsx';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './TemplateStep.module.css';

/** A template as its recipient would get it: into the mail that is being written, into a new one, or copied. */
export function TemplateStep({
  id,
  contactId,
  inMailbox,
  close,
}: {
  id: Id;
  /** Whoever the screen is about. */
  contactId: Id | null;
  /** There are windows in this tab that can be written into. */
  inMailbox: boolean;
  close: () => void;
}) {
  const session = useSession();
  const [email, choose] = useState<string | null>(null);
  const [failed, fail] = useState<string | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const { value, code } = useAnswer('templateFor', { id, email, contactId });
  const isReady = value !== undefined && value !== null;
  // Enter does what is most likely meant, once it can be read.
  useEffect(() => {
    if (isReady) main.current?.focus();
  }, [isReady]);
  if (code) return <Empty>{errorText(code)}</Empty>;
  if (value === undefined) return <Empty>{m.sidebar_loading()}</Empty>;
  if (value === null) return <Empty>{m.compose_gone()}</Empty>;
  const { filled, people, to, open } = value;
  const write = async (event: Event) => {
    const outcome = await session.change(event, () =>
      session.client.call('writeTemplate', { id, email: to?.email ?? null, contactId }),
    );
    if (!outcome.ok) return;
    if (outcome.value.done) close();
    else fail(m.palette_template_no_window());
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([filled.subject, filled.text].filter(Boolean).join('\n\n'));
      close();
      session.toasts.show({ tone: 'plain', text: m.palette_template_copied() });
    } catch {
      // A page may keep its frames from the clipboard: then it is copied by hand.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      fail(m.palette_template_copy_by_hand());
    }
  };
  const writes = inMailbox && (open || to !== null);
  return (
    <div class={css.step} data-template={open ? 'open' : 'none'}>
      {people.length > 1 && (
        <Labelled label={m.compose_for_whom()}>
          <select
            class={form.input}
            value={to?.email ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {people.map((one) => (
              <option key={one.email} value={one.email}>
                {one.name ? `${one.name} (${one.email})` : one.email}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      {people.length === 0 && <p class={css.hint}>{m.compose_for_nobody()}</p>}
      <div class={css.preview} dir="auto" ref={text}>
        {filled.subject && <p class={css.subject}>{filled.subject}</p>}
        <p>{filled.text}</p>
      </div>
      {filled.missing.length > 0 && (
        <p class={css.hint}>{m.compose_missing({ fields: filled.missing.join(', ') })}</p>
      )}
      {failed && (
        <p class={css.failed} role="alert">
          {failed}
        </p>
      )}
      <div class={css.acts}>
        {writes && (
          <Button
            look="primary"
            buttonRef={main}
            icon={
              open ? (
                <TextCursorInput size={14} aria-hidden="true" />
              ) : (
                <SquarePen size={14} aria-hidden="true" />
              )
            }
            onClick={(event) => void write(event)}
          >
            {open
              ? m.palette_template_insert()
              : m.palette_template_write({ who: to?.name ?? to?.email ?? '' })}
          </Button>
        )}
        <Button
          look="outline"
          buttonRef={writes ? undefined : main}
          icon={<Copy size={14} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {m.palette_template_copy()}
        </Button>
        <Button
          look="link"
          onClick={() => {
            close();
            session.go('/templates');
          }}
        >
          {m.palette_template_page()}
        </Button>
      </div>
    </div>
  );
}
