import * as m from '../../../shared/i18n/compiled/messages.js';
import form from '../../ui/form.module.css';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import { TaskInput } from './TaskInput.tsx';
import type { TaskAbout } from './Tasks.tsx';

/** One line: "call tue 3pm", Enter. What was understood is said before it is saved. */
export function AddTask({ about, onDone }: { about: TaskAbout; onDone: () => void }) {
  const session = useSession();
  return (
    <div class={form.form}>
      <TaskInput
        autofocus
        label={m.sidebar_new_task()}
        placeholder={m.sidebar_task_example()}
        onLeave={onDone}
        onSave={async ({ owner, link, ...read }, event) => {
          const outcome = await session.act(event, 'task.add', {
            id: newId(),
            ...read,
            ...about,
            ...(link && { [`${link.noun}Id`]: link.id }),
            ownerId: owner?.id ?? session.state.value?.link.me ?? null,
            note: null,
          });
          if (outcome.ok) onDone();
          return outcome.ok;
        }}
      />
    </div>
  );
}
