import { CircleCheck } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PromiseKept } from '../../messages/promise.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import { deedText } from './deedText.ts';
import css from './Promises.module.css';
import { readerOf } from './readerOf.ts';

/** A promise that was kept lately, by which mail, and how to open it again. */
export function KeptRow({ kept: { task, deed } }: { kept: PromiseKept }) {
  const session = useSession();
  const reopen = async (event: Event) => {
    const outcome = await session.change(event, () =>
      session.client.call('notKept', { taskId: task.id, deed: deed.id, reopen: true }),
    );
    if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.task_reopened({ task: task.title }) });
  };
  return (
    <div class={classes(css.row, css.kept)} data-promise="kept">
      <p class={css.what}>
        <CircleCheck size={14} aria-hidden="true" />
        <Text>{m.promise_kept({ task: task.title })}</Text>
      </p>
      <Text class={css.said}>{deedText(deed, readerOf(session))}</Text>
      {session.canChange.value && (
        <p class={css.acts}>
          <Button look="link" onClick={(event) => void reopen(event)}>
            {m.promise_reopen()}
          </Button>
        </p>
      )}
    </div>
  );
}
