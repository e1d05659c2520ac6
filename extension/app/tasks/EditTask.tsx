import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { Member, Task } from '../../../shared/domain/rows.ts';
import { atTime } from '../../../shared/domain/task/repeat.ts';
import { repeatChoices } from '../../../shared/domain/task/repeat-choices.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { instantOf, isDay, isZone, wallOf } from '../../../shared/kit/civil.ts';
import type { NamedAbout, TaskLine } from '../../messages/task.ts';
import { Picker } from '../../sidebar/search/Picker.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { repeatText } from '../../sidebar/task/repeatText.ts';
import { useTaskActs } from '../../sidebar/task/useTaskActs.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './TaskLineRow.module.css';

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');

/** A task where it stands, with all its fields. Only what was changed is sent. */
export function EditTask({
  line: { task, about },
  members,
  onDone,
}: {
  line: TaskLine;
  members: Member[];
  onDone: () => void;
}) {
  const session = useSession();
  const acts = useTaskActs();
  // A time is told and set by the clocks of where it was agreed.
  const zone = task.zone !== null && isZone(task.zone) ? task.zone : session.zone;
  const wall = task.dueAt === null ? null : wallOf(task.dueAt, zone);
  const clock = wall ? clockOf(wall.minutes) : '';
  const [title, setTitle] = useState(task.title);
  const [day, setDay] = useState(wall?.day ?? task.dueDay ?? '');
  const [time, setTime] = useState(clock);
  const series = task.repeat === null ? '' : atTime(task.repeat, null);
  const [repeat, setRepeat] = useState(series);
  const [ownerId, setOwner] = useState(task.ownerId ?? '');
  const [note, setNote] = useState(task.note ?? '');
  const [linked, link] = useState<NamedAbout | null>(about[0] ?? null);
  const [picking, pick] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.select(), []);
  // Put off, a series keeps its own time unless somebody says another.
  const ruleTouched = repeat !== series || time !== clock;
  const error = time !== '' && !isDay(day) ? m.task_time_without_day() : null;

  const save = async (event: Event) => {
    if (error || !title.trim()) return;
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const dueDay = isDay(day) ? day : null;
    const dueAt = dueDay && time ? instantOf(dueDay, hour * 60 + minute, zone) : null;
    const all: Partial<Task> = {
      title: title.trim(),
      dueDay,
      dueAt,
      zone: dueAt === null ? null : zone,
      repeat: ruleTouched
        ? repeat === ''
          ? null
          : atTime(repeat, dueAt === null ? null : hour * 60 + minute)
        : task.repeat,
      ownerId: ownerId || null,
      note: note.trim() || null,
      ...(linked !== (about[0] ?? null) && linkOf(linked)),
    };
    const fields = Object.fromEntries(
      Object.entries(all).filter(([field, value]) => task[field as keyof Task] !== value),
    );
    if (Object.keys(fields).length === 0 || (await acts.edit(event, task, fields))) onDone();
  };
  const rules = [
    ...new Set([
      ...(task.repeat === null ? [] : [atTime(task.repeat, null)]),
      ...repeatChoices(isDay(day) ? day : session.today.value),
    ]),
  ];
  return (
    <li class={css.editing}>
      <Form
        label={m.task_edit_of({ task: task.title })}
        onSave={(event) => void save(event)}
        onCancel={onDone}
      >
        <TextField
          label={m.task_what()}
          maxLength={limits.title}
          value={title}
          onText={setTitle}
          inputRef={first}
        />
        <div class={form.row}>
          <TextField label={m.task_day()} type="date" value={day} onText={setDay} />
          <TextField
            label={zone === session.zone ? m.task_time() : `${m.task_time()} (${zone})`}
            type="time"
            value={time}
            onText={setTime}
            error={error}
          />
          <Labelled label={m.task_repeat()}>
            <select
              class={form.input}
              value={repeat}
              onChange={(event) => setRepeat(event.currentTarget.value)}
            >
              <option value="">{m.task_repeat_none()}</option>
              {rules.map((rule) => (
                <option key={rule} value={rule}>
                  {repeatText(rule, session.locale.value)}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={m.words_owner()}>
            <select
              class={form.input}
              value={ownerId}
              onChange={(event) => setOwner(event.currentTarget.value)}
            >
              {!members.some(({ id }) => id === ownerId) && (
                <option value={ownerId}>{m.task_no_owner()}</option>
              )}
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Labelled>
        </div>
        {picking ? (
          <Picker
            noun={null}
            label={m.task_about()}
            onPick={({ noun, id, title: name }) => {
              link({ noun, id, title: name });
              pick(false);
            }}
            onLeave={() => pick(false)}
          />
        ) : (
          <div class={form.buttons}>
            <Button look="outline" onClick={() => pick(true)}>
              {linked ? linked.title : m.task_about()}
            </Button>
            {linked && (
              <Button look="quiet" onClick={() => link(null)}>
                {m.task_unlink({ name: linked.title })}
              </Button>
            )}
          </div>
        )}
        <Labelled label={m.words_note()}>
          <textarea
            class={form.input}
            dir="auto"
            rows={2}
            maxLength={limits.note}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Labelled>
        <FormEnd save={m.words_save()} cancel={m.words_cancel()} onCancel={onDone} />
      </Form>
    </li>
  );
}

const linkOf = (to: NamedAbout | null): Partial<Task> => ({
  contactId: to?.noun === 'contact' ? to.id : null,
  companyId: to?.noun === 'company' ? to.id : null,
  dealId: to?.noun === 'deal' ? to.id : null,
});
