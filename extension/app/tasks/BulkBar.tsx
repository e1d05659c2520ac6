import type { Member, Task } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { snoozeItems } from '../../sidebar/task/snoozeItems.ts';
import { useTaskActs } from '../../sidebar/task/useTaskActs.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import css from './TasksPage.module.css';

/** What can be done to all that is chosen; each is one change that can be taken back as one. */
export function BulkBar({
  tasks,
  total,
  members,
  onAll,
  onClear,
}: {
  tasks: Task[];
  total: number;
  members: Member[];
  onAll: () => void;
  onClear: () => void;
}) {
  const session = useSession();
  const acts = useTaskActs();
  const done = (made: Promise<boolean>) => void made.then((is) => is && onClear());
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  return (
    <div
      class={css.bulk}
      role="toolbar"
      aria-label={m.task_selected({ count: tasks.length })}
      hidden={tasks.length === 0}
    >
      <span role="status">{m.task_selected({ count: tasks.length })}</span>
      {session.canChange.value && (
        <>
          {open.length > 0 && (
            <>
              <Button look="primary" onClick={(event) => done(acts.complete(event, open))}>
                {m.task_done()}
              </Button>
              <Menu
                label={m.task_snooze()}
                class={css.menuButton}
                trigger={m.task_snooze()}
                items={snoozeItems(session, (to, event) => done(acts.snooze(event, open, to)))}
              />
              <Menu
                label={m.task_assign()}
                class={css.menuButton}
                trigger={m.task_assign()}
                items={members.map(({ id, name }) => ({
                  id,
                  label: name,
                  text: name,
                  onPick: (event) => done(acts.assign(event, open, { id, name })),
                }))}
              />
            </>
          )}
          <Button look="outline" onClick={(event) => done(acts.remove(event, tasks))}>
            {m.task_remove()}
          </Button>
        </>
      )}
      {tasks.length < total && (
        <Button look="quiet" onClick={onAll}>
          {m.task_select_all()}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {m.task_clear()}
      </Button>
    </div>
  );
}
