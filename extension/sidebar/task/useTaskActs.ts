import type { Instant, Task } from '../../../shared/domain/rows.ts';
import { following } from '../../../shared/domain/task/repeat.ts';
import { snoozeChoices } from '../../../shared/domain/task/snooze.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { Calls } from '../../messages/calls.ts';
import { newId } from '../shell/newId.ts';
import { type Session, useSession } from '../shell/session.ts';
import { dueText } from './dueText.ts';

type Change = Calls['actAll']['in']['changes'][number];
/** Changes, and what takes them back. */
type Step = { changes: Change[]; undo: Change[] };
type Due = Pick<Task, 'dueDay' | 'dueAt' | 'zone'>;

/** As many as one call takes. */
const atOnce = 500;

export type TaskActs = {
  complete(event: Event, tasks: readonly Task[]): Promise<boolean>;
  reopen(event: Event, task: Task): Promise<boolean>;
  snooze(event: Event, tasks: readonly Task[], to: Due): Promise<boolean>;
  /** With one key: tomorrow at nine. */
  snoozeSoon(event: Event, tasks: readonly Task[]): Promise<boolean>;
  assign(event: Event, tasks: readonly Task[], to: { id: Id; name: string }): Promise<boolean>;
  remove(event: Event, tasks: readonly Task[]): Promise<boolean>;
  edit(event: Event, task: Task, fields: Partial<Task>): Promise<boolean>;
};

/** What is done to tasks, one or several at once; ten seconds long it can be taken back. */
export function useTaskActs(): TaskActs {
  const session = useSession();
  const reader = () => ({ locale: session.locale.value, zone: session.zone, today: session.today.value });
  const run = (event: Event, steps: Step[], text: string) => runSteps(session, event, steps, text);
  const one = (tasks: readonly Task[]): Task | null => (tasks.length === 1 ? (tasks[0] ?? null) : null);
  const snooze: TaskActs['snooze'] = (event, tasks, to) => {
    const when = dueText(to, reader());
    const task = one(tasks);
    return run(
      event,
      // Where it was agreed stays: what follows is at that place's time again.
      tasks.map((each) => editStep(each, { dueDay: to.dueDay, dueAt: to.dueAt, zone: each.zone ?? to.zone })),
      task ? m.task_snoozed({ when, task: task.title }) : m.task_snoozed_many({ count: tasks.length, when }),
    );
  };
  return {
    complete: (event, tasks) => {
      const at = Date.now();
      const steps = tasks.map((task) => completion(task, at, session));
      const next = steps.length === 1 ? steps[0]?.next : null;
      const task = one(tasks);
      const text = !task
        ? m.task_completed_many({ count: tasks.length })
        : next
          ? m.task_completed_next({ task: task.title, when: dueText({ ...task, ...next }, reader()) })
          : m.sidebar_task_done({ task: task.title });
      return run(event, steps, text);
    },
    reopen: (event, task) =>
      run(
        event,
        [
          {
            changes: [{ verb: 'task.reopen', input: { id: task.id } }],
            undo: [{ verb: 'task.complete', input: { id: task.id, at: task.doneAt ?? Date.now() } }],
          },
        ],
        m.task_reopened({ task: task.title }),
      ),
    snooze,
    snoozeSoon: (event, tasks) => {
      const soon = snoozeChoices(Date.now(), session.zone).find((each) => each.snooze === 'tomorrow');
      return soon ? snooze(event, tasks, { ...soon, zone: session.zone }) : Promise.resolve(false);
    },
    assign: (event, tasks, { id, name }) => {
      const task = one(tasks);
      return run(
        event,
        tasks.map((each) => editStep(each, { ownerId: id })),
        task
          ? m.task_assigned({ who: name, task: task.title })
          : m.task_assigned_many({ count: tasks.length, who: name }),
      );
    },
    remove: (event, tasks) => {
      const task = one(tasks);
      return run(
        event,
        tasks.map(({ id }) => ({
          changes: [{ verb: 'task.remove', input: { id } }],
          undo: [{ verb: 'task.restore', input: { id } }],
        })),
        task ? m.task_removed({ task: task.title }) : m.task_removed_many({ count: tasks.length }),
      );
    },
    edit: (event, task, fields) => run(event, [editStep(task, fields)], m.task_saved({ task: task.title })),
  };
}

function editStep(task: Task, fields: Partial<Task>): Step {
  const before = Object.fromEntries(Object.keys(fields).map((field) => [field, task[field as keyof Task]]));
  const edit = (to: object): Change => ({ verb: 'task.edit', input: { id: task.id, fields: to } });
  return { changes: [edit(fields)], undo: [edit(before)] };
}

type Completion = Step & { next: { dueDay: string; dueAt: Instant | null } | null };

/** Done, and what follows by its rule; taken back, the rule is its own again. [R2] */
function completion(task: Task, at: Instant, { today, zone }: Session): Completion {
  const { id, repeat } = task;
  const due = following(task, today.value, zone);
  const next = due && { id: newId(), ...due };
  return {
    next: due,
    changes: [{ verb: 'task.complete', input: { id, at, ...(next && { next }) } }],
    undo: [
      { verb: 'task.reopen', input: { id } },
      ...(next
        ? ([
            { verb: 'task.edit', input: { id, fields: { repeat } } },
            { verb: 'task.remove', input: { id: next.id } },
          ] as const)
        : []),
    ],
  };
}

async function runSteps(session: Session, event: Event, steps: Step[], text: string): Promise<boolean> {
  if (
    steps.length === 0 ||
    !(await send(
      session,
      event,
      steps.flatMap(({ changes }) => changes),
    ))
  )
    return false;
  session.toasts.show({
    tone: 'plain',
    text,
    action: {
      label: m.words_undo(),
      run: (click) =>
        void send(
          session,
          click,
          steps.toReversed().flatMap(({ undo }) => undo),
        ),
    },
  });
  return true;
}

async function send(session: Session, event: Event, changes: Change[]): Promise<boolean> {
  for (let from = 0; from < changes.length; from += atOnce) {
    const outcome = await session.actAll(event, changes.slice(from, from + atOnce));
    if (!outcome.ok) return false;
  }
  return true;
}
