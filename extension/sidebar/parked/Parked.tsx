import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ParkedView } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { errorText } from '../shell/errorText.ts';
import { fieldText } from '../shell/fieldText.ts';
import { useSession } from '../shell/session.ts';
import { verbText } from '../shell/verbText.ts';
import css from './ParkedCard.module.css';

/** One refused change. */
export function Parked({ parked }: { parked: ParkedView }) {
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const [edited, setEdited] = useState<Record<string, string>>({});
  const { number, verb, code, about, typed, removed } = parked;
  const noun = verb.slice(0, verb.indexOf('.'));
  const what = about ? m.sidebar_parked_about({ what: verbText(verb), about }) : verbText(verb);
  const editable = typed.filter((one) => one.editable);
  const retry = (event: Event, more: { typed?: Record<string, string | null>; restore?: boolean }) =>
    void session.change(event, () => session.client.call('retryParked', { number, ...more }));
  const discard = (event: Event) =>
    void session.change(event, () => session.client.call('discardParked', { number }));
  const save = (event: Event) => {
    const given = Object.entries(edited).map(([field, text]) => [field, text.trim() || null]);
    retry(event, { typed: Object.fromEntries(given), ...(removed && { restore: true }) });
  };
  return (
    <li class={css.parked} data-parked={code}>
      <p class={css.head}>
        <Text class={css.what}>{what}</Text> <Ago at={parked.at} />
      </p>
      <p class={css.why}>{errorText(code)}</p>
      {editing ? (
        <Form label={what} class={css.form} onSave={save} onCancel={() => setEditing(false)}>
          {editable.map(({ field, value }, at) => (
            <Labelled key={field} label={fieldText(field, noun)}>
              {String(value ?? '').length > 80 || field === 'body' ? (
                <textarea
                  class={form.input}
                  dir="auto"
                  rows={4}
                  maxLength={limits.body}
                  autofocus={at === 0}
                  value={edited[field] ?? String(value ?? '')}
                  onInput={(event) => setEdited({ ...edited, [field]: event.currentTarget.value })}
                />
              ) : (
                <input
                  class={form.input}
                  dir="auto"
                  autocomplete="off"
                  maxLength={limits.url}
                  autofocus={at === 0}
                  value={edited[field] ?? String(value ?? '')}
                  onInput={(event) => setEdited({ ...edited, [field]: event.currentTarget.value })}
                />
              )}
            </Labelled>
          ))}
          <div class={form.buttons}>
            <Button look="primary" type="submit">
              {removed ? m.sidebar_back_and_save() : m.words_save()}
            </Button>
            <Button look="link" onClick={() => setEditing(false)}>
              {m.words_cancel()}
            </Button>
          </div>
        </Form>
      ) : (
        <>
          <dl class={css.typed}>
            {typed.map(({ field, value }) => (
              <div key={field}>
                <dt>{fieldText(field, noun)}</dt>
                <dd>
                  <Text class={css.value}>{String(value ?? m.sidebar_history_was_empty())}</Text>
                </dd>
              </div>
            ))}
          </dl>
          {session.canChange.value && (
            <div class={form.buttons}>
              {removed ? (
                <Button look="primary" onClick={(event) => retry(event, { restore: true })}>
                  {m.sidebar_back_and_save()}
                </Button>
              ) : (
                <Button onClick={(event) => retry(event, {})}>{m.words_retry()}</Button>
              )}
              {editable.length > 0 && (
                <Button onClick={() => setEditing(true)}>{m.sidebar_parked_edit()}</Button>
              )}
              <Button look="link" onClick={discard}>
                {m.words_discard()}
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
}
