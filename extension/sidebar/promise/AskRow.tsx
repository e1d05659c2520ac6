import { CircleHelp } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PromiseAsk } from '../../messages/promise.ts';
import { Button } from '../../ui/Button.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import { deedText } from './deedText.ts';
import css from './Promises.module.css';
import { readerOf } from './readerOf.ts';

/** "Looks done, close?": something came that may have kept a promise. */
export function AskRow({ ask: { task, deed, via }, onGone }: { ask: PromiseAsk; onGone: () => void }) {
  const session = useSession();
  const close = async (event: Event) => {
    const outcome = await session.change(event, () =>
      session.client.call('closePromise', { taskId: task.id, deed: deed.id, via }),
    );
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_task_done({ task: task.title }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'task.reopen', { id: task.id }),
      },
    });
  };
  const not = async (event: Event) => {
    const outcome = await session.change(event, () =>
      session.client.call('notKept', { taskId: task.id, deed: deed.id, reopen: false }),
    );
    if (outcome.ok) onGone();
  };
  return (
    <div class={css.row} data-promise="ask">
      <p class={css.what}>
        <CircleHelp size={14} aria-hidden="true" />
        <Text>{m.promise_ask({ task: task.title })}</Text>
      </p>
      <Text class={css.said}>{deedText(deed, readerOf(session))}</Text>
      {session.canChange.value && (
        <p class={css.acts}>
          <Button look="link" onClick={(event) => void close(event)}>
            {m.promise_close()}
          </Button>
          <Button look="link" onClick={(event) => void not(event)}>
            {m.promise_not_yet()}
          </Button>
        </p>
      )}
    </div>
  );
}
