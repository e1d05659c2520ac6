import { ListTodo } from 'lucide-preact';
import { limits } from '../../../../shared/domain/limits.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { singleKeys } from '../../../ui/singleKeys.ts';
import { newId } from '../../shell/newId.ts';
import { AddTask } from '../../task/AddTask.tsx';
import type { TaskAbout } from '../../task/Tasks.tsx';
import type { About, At, CommandFile } from '../command.ts';
import { linkedTo, nameOf } from './about.ts';

function taskAbout(about: About | null): TaskAbout {
  if (!about) return { contactId: null, companyId: null, dealId: null };
  const { contactIds, ...others } = linkedTo(about);
  return { contactId: contactIds[0] ?? null, ...others };
}

async function save({ session, about, due, state }: At, event: Event): Promise<void> {
  const read = await due.whole();
  const id = newId();
  const outcome = await session.act(event, 'task.add', {
    id,
    ...read,
    title: read.title.slice(0, limits.title),
    ...taskAbout(about),
    ownerId: state.link.me,
    note: null,
  });
  if (!outcome.ok) return;
  session.toasts.show({
    tone: 'plain',
    text: m.palette_task_added({ task: read.title }),
    action: { label: m.words_undo(), run: (click) => void session.act(click, 'task.remove', { id }) },
  });
}

/** `task call tue 3pm`, or the line for it; for whoever is on the screen, else for oneself. */
export const task: CommandFile = {
  takes: m.palette_takes_task,
  commands: (at) => {
    const { about, host, said, due } = at;
    const detail = about ? nameOf(about) : null;
    const shared = { icon: ListTodo, changes: true } as const;
    return [
      {
        ...{ ...shared, id: 'task', section: about ? 'here' : 'do', detail },
        label: m.sidebar_new_task(),
        words: m.palette_words_task(),
        ...(singleKeys.on && host === 'panel' && about && { keys: 'T' }),
        leads: () => ({
          title: m.sidebar_new_task(),
          view: (close) => <AddTask about={taskAbout(about)} onDone={close} />,
        }),
      },
      {
        ...{ ...shared, id: 'task-words', section: 'do', takesWords: true },
        label: m.palette_task_words({ text: said }),
        detail: [due.text ?? m.palette_task_no_day(), detail].filter(Boolean).join(' · '),
        run: (event) => void save(at, event),
      },
    ];
  },
};
