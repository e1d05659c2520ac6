import { ChevronRight } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';
import { MessageRow } from './MessageRow.tsx';
import { countLogged, missingOf } from './progress.ts';
import css from './ThreadLog.module.css';
import { useLog } from './useLog.ts';

/** More rows than these wait for a click. */
const shownFirst = 6;

/** "3 of 5 logged", what the missing are, and one click that logs those which can be. */
export function ThreadLog({ thread }: { thread: ThreadOnScreen }) {
  const { canChange, client } = useSession();
  const { log, pressed } = useLog();
  const { messages, logging, target } = thread;
  const { logged, all } = countLogged(messages);
  const missing = missingOf(messages, target.chosen).filter(({ id }) => !pressed.has(id));
  // Only its original tells whether a mail is the one that a colleague logged.
  const doubtful = messages.filter((message) => message.log.state === 'probably').length;
  const isMixed = logged + doubtful > 0 && logged < all;
  const [said, unfold] = useState<boolean | null>(null);
  const [whole, showWhole] = useState(false);
  // Another thread is folded as it deserves itself.
  useEffect(() => {
    unfold(null);
    showWhole(false);
  }, [thread.id]);
  const open = said ?? isMixed;
  const shown = whole ? messages : near(messages, thread.selectedId);
  return (
    <section class={css.thread} aria-label={m.log_messages()} data-thread-log={`${logged}/${all}`}>
      <div class={css.top}>
        <button type="button" class={css.fold} aria-expanded={open} onClick={() => unfold(!open)}>
          <ChevronRight size={14} aria-hidden="true" class={css.arrow} />
          {logged > 0 && logged < all && (
            <span class={css.meter} aria-hidden="true">
              <span style={{ inlineSize: `${(100 * logged) / all}%` }} />
            </span>
          )}
          <span>
            {logged === all ? m.log_all_logged({ count: all }) : m.sidebar_logged_partly({ logged, all })}
          </span>
        </button>
        {canChange.value && !logging && missing.length + doubtful > 0 && (isMixed || open) && (
          <Button
            look="link"
            onClick={(event) => void log(event, { messages: 'missing', private: thread.private })}
          >
            {missing.length > 0 ? m.log_missing({ count: missing.length }) : m.log_check({ count: doubtful })}
          </Button>
        )}
      </div>
      {logging && (
        <div class={css.progress} role="status">
          <progress value={logging.done} max={logging.all} aria-label={m.sidebar_saving()} />
          <span>{m.log_progress(logging)}</span>
          <Button look="link" onClick={() => void client.call('stopLogging', {})}>
            {m.log_stop()}
          </Button>
        </div>
      )}
      {open && (
        <ul class={css.rows}>
          {shown.map((message) => (
            <MessageRow
              key={message.id}
              message={message}
              thread={thread}
              isSelected={message.id === thread.selectedId}
            />
          ))}
        </ul>
      )}
      {open && shown.length < messages.length && (
        <Button look="link" class={css.whole} onClick={() => showWhole(true)}>
          {m.log_show_all({ count: messages.length })}
        </Button>
      )}
    </section>
  );
}

/** The last messages of a long thread, with the selected one. */
function near(messages: ThreadOnScreen['messages'], selectedId: string | null): ThreadOnScreen['messages'] {
  if (messages.length <= shownFirst) return messages;
  const last = messages.slice(-shownFirst);
  const selected = messages.find(({ id }) => id === selectedId);
  return selected && !last.includes(selected) ? [selected, ...last.slice(1)] : last;
}
