import { Link2, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Member } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { NamedAbout } from '../../messages/task.ts';
import { Picker } from '../../sidebar/search/Picker.tsx';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import css from './TasksPage.module.css';

export type About = NamedAbout;

/** Whose tasks, about whom, with which words; they combine. */
export function Filters({
  whose,
  text,
  about,
  members,
  me,
  onWhose,
  onText,
  onAbout,
}: {
  whose: Id | 'everybody' | 'mine';
  text: string;
  about: About | null;
  members: Member[];
  me: Id;
  onWhose: (whose: Id | 'everybody' | 'mine') => void;
  onText: (text: string) => void;
  onAbout: (about: About | null) => void;
}) {
  const [picking, pick] = useState(false);
  return (
    <div class={css.filters}>
      <select
        class={form.input}
        aria-label={m.task_whose()}
        value={whose}
        onChange={(event) => onWhose(event.currentTarget.value)}
      >
        <option value="mine">{m.task_mine()}</option>
        <option value="everybody">{m.task_everybody()}</option>
        {members
          .filter(({ id }) => id !== me)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <input
        class={form.input}
        type="search"
        dir="auto"
        aria-label={m.task_find()}
        placeholder={m.task_find()}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {picking ? (
        <Picker
          noun={null}
          label={m.task_about()}
          onPick={({ noun, id, title }) => {
            onAbout({ noun, id, title });
            pick(false);
          }}
          onLeave={() => pick(false)}
        />
      ) : about ? (
        <Button
          look="outline"
          icon={<X size={14} aria-hidden="true" />}
          aria-label={m.task_show_all()}
          onClick={() => onAbout(null)}
        >
          {m.task_about_only({ name: about.title })}
        </Button>
      ) : (
        <Button look="outline" icon={<Link2 size={14} aria-hidden="true" />} onClick={() => pick(true)}>
          {m.task_about()}
        </Button>
      )}
    </div>
  );
}
