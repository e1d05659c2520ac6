import { CheckSquare, Pencil, Trash2, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { Day } from '../../../shared/domain/rows.ts';
import type { ListNoun } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { BulkChange, ListStart } from '../../messages/list.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { fieldLabel } from './fieldLabel.ts';
import css from './List.module.css';
import { OneValue } from './OneValue.tsx';
import { RuleValue } from './RuleValue.tsx';
import type { Progress } from './runBulk.ts';
import type { Value } from './valueProps.ts';

type Props = {
  noun: ListNoun;
  start: ListStart;
  count: number;
  shown: string;
  progress: Progress | null;
  onStop: () => void;
  onChange: (event: Event, change: BulkChange) => void;
  onClear: () => void;
  children?: ComponentChildren;
};

/** What can be done with the rows that are selected. */
export function BulkBar({ noun, start, count, shown, progress, onStop, onChange, onClear, children }: Props) {
  const [open, setOpen] = useState<'field' | 'task' | null>(null);
  const done = (event: Event, change: BulkChange) => {
    setOpen(null);
    onChange(event, change);
  };
  return (
    <section class={css.bulk} aria-label={m.list_selected({ count: shown })}>
      <span role="status" class={css.bulkCount}>
        {m.list_selected({ count: shown })}
      </span>
      {progress ? (
        <>
          <progress
            class={css.progress}
            max={progress.total}
            value={progress.done}
            aria-label={m.list_rows()}
          />
          <span class={css.muted}>
            {m.list_bulk_progress({ done: String(progress.done), total: String(progress.total) })}
          </span>
          <Button onClick={onStop}>{m.list_bulk_cancel()}</Button>
        </>
      ) : (
        count > 0 && (
          <>
            <Button icon={<Pencil size={14} aria-hidden="true" />} onClick={() => setOpen('field')}>
              {m.list_bulk_change()}
            </Button>
            {noun !== 'task' && (
              <Button icon={<CheckSquare size={14} aria-hidden="true" />} onClick={() => setOpen('task')}>
                {m.list_add_task()}
              </Button>
            )}
            {children}
            <Button
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={(event) => onChange(event, { kind: 'remove' })}
            >
              {m.list_remove()}
            </Button>
            <IconButton label={m.list_clear_selection()} onClick={onClear}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </>
        )
      )}
      {open === 'field' && <FieldDialog {...{ noun, start }} onSave={done} onClose={() => setOpen(null)} />}
      {open === 'task' && <TaskDialog shown={shown} onSave={done} onClose={() => setOpen(null)} />}
    </section>
  );
}

type DialogProps = { onSave: (event: Event, change: BulkChange) => void; onClose: () => void };

function FieldDialog({ noun, start, onSave, onClose }: DialogProps & Pick<Props, 'noun' | 'start'>) {
  const fields = start.fields.filter(({ editable }) => editable);
  const [name, setName] = useState((fields.find((each) => each.name === 'owner') ?? fields[0])?.name ?? '');
  const [values, setValues] = useState<Value[]>([]);
  const field = fields.find((each) => each.name === name);
  // Nothing chosen empties the field, save of those that always say something.
  const [value = null] = values;
  const [error, setError] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [reason, setReason] = useState('');
  const blocks = name === 'role' && value === 'blocked';
  return (
    <Dialog title={m.list_bulk_change()} close={m.words_close()} onClose={onClose}>
      <Form
        label={m.list_bulk_change()}
        class={css.filterForm}
        onCancel={onClose}
        onSave={(event) => {
          if (wrong && field)
            return setError(
              field.kind === 'money'
                ? m.sidebar_not_an_amount()
                : field.kind === 'number'
                  ? m.sidebar_not_a_number()
                  : m.list_pick_value(),
            );
          if (name === 'lifeCycle' && value === null) return setError(m.list_pick_value());
          // Whoever finds somebody blocked asks why.
          if (blocks && !reason.trim()) return setError(m.record_role_needs_reason());
          onSave(event, {
            kind: 'set',
            field: name,
            value: field?.kind === 'person' && value === 'me' ? start.me : value,
            ...(name === 'role' && { reason: reason.trim() || null }),
          });
        }}
      >
        <Labelled label={m.list_bulk_field()}>
          <select
            class={form.input}
            value={name}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
              setValues([]);
              setWrong(false);
              setError(null);
            }}
          >
            {fields.map((each) => (
              <option key={each.name} value={each.name}>
                {fieldLabel(each.name, each, noun)}
              </option>
            ))}
          </select>
        </Labelled>
        {field &&
          (field.kind === 'link' ? (
            <RuleValue
              key={name}
              {...{ noun, field, start, values }}
              op="is"
              label={m.list_bulk_to()}
              onValues={(next, _, bad = false) => {
                setValues(next.slice(-1));
                setWrong(bad);
                setError(null);
              }}
            />
          ) : (
            <OneValue
              key={name}
              {...{ noun, field, start, values }}
              label={m.list_bulk_to()}
              onValues={(next, _, bad = false) => {
                setValues(next);
                setWrong(bad);
                setError(null);
              }}
            />
          ))}
        {name === 'role' && value !== null && (
          <TextField
            label={m.record_role_reason()}
            value={reason}
            maxLength={limits.reason}
            onText={(text) => {
              setReason(text);
              setError(null);
            }}
          />
        )}
        {error && (
          <p class={form.error} role="alert">
            {error}
          </p>
        )}
        <FormEnd
          save={value === null && !wrong ? m.list_bulk_empty() : m.list_apply()}
          cancel={m.words_cancel()}
          onCancel={onClose}
        />
      </Form>
    </Dialog>
  );
}

function TaskDialog({ shown, onSave, onClose }: DialogProps & { shown: string }) {
  const [title, setTitle] = useState('');
  const [day, setDay] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <Dialog title={m.list_add_task()} close={m.words_close()} onClose={onClose}>
      <Form
        label={m.list_add_task()}
        class={css.filterForm}
        onCancel={onClose}
        onSave={(event) => {
          const named = title.trim();
          if (!named) return setError(m.list_pick_value());
          onSave(event, { kind: 'task', title: named, dueDay: (day || null) as Day | null });
        }}
      >
        <p class={css.muted}>{m.list_task_for_each({ count: shown })}</p>
        <TextField
          label={m.words_title_of_deal()}
          value={title}
          maxLength={300}
          error={error}
          onText={(text) => {
            setTitle(text);
            setError(null);
          }}
        />
        <TextField label={m.words_due()} type="date" value={day} onText={setDay} />
        <FormEnd save={m.words_add()} cancel={m.words_cancel()} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
