import { CircleHelp, Clock, Lock, MailCheck } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogState, ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import css from './LogBar.module.css';
import { useLog } from './useLog.ts';

type Known = Exclude<LogState, { state: 'none' | 'saving' | 'automatic' }>;

/** What became of a log: on the server, saved here and waiting, or only probably there. */
export function Logged({ log, thread }: { log: Known; thread: ThreadOnScreen }) {
  const session = useSession();
  const { log: logAgain, undo } = useLog();
  const probably = log.state === 'probably';
  const hidden = log.state !== 'probably' && log.private;
  const mine = log.state !== 'probably' && log.byMe;
  const Icon = probably ? CircleHelp : log.state === 'waiting' ? Clock : MailCheck;
  const who = mine ? m.sidebar_you() : log.by;
  return (
    <div class={classes(css.logged, css[log.state])} role="status">
      <Icon size={16} aria-hidden="true" />
      <div class={css.lines}>
        <p class={css.line} data-focus="log" tabIndex={-1}>
          {probably
            ? m.sidebar_probably_logged({ who: log.by })
            : log.state === 'waiting'
              ? m.sidebar_saved_here()
              : m.sidebar_logged_by({ who })}{' '}
          <span class={css.dot}>·</span> <Ago at={log.at} />
        </p>
        {hidden && (
          <p class={css.private}>
            <Lock size={12} aria-hidden="true" />
            {mine ? m.sidebar_audience_private() : m.sidebar_access_shared_with_you({ who: log.by })}
          </p>
        )}
        {(log.deal ||
          log.state === 'waiting' ||
          (log.state !== 'probably' && log.bodyState === 'subject-only')) && (
          <div class={css.clip}>
            <p class={css.sub}>
              {log.state === 'waiting' && <span>{m.sidebar_log_waiting()}</span>}
              {log.deal && <Text>{log.deal}</Text>}
              {log.state !== 'probably' && log.bodyState === 'subject-only' && (
                <span title={m.sidebar_subject_only_why()}>{m.sidebar_subject_only()}</span>
              )}
            </p>
          </div>
        )}
        {probably && <p class={css.why}>{m.sidebar_probably_why()}</p>}
      </div>
      {session.canChange.value &&
        (probably ? (
          <Button
            look="outline"
            class={css.again}
            onClick={(event) =>
              void logAgain(event, { messages: 'selected', anyway: true, private: thread.private })
            }
          >
            {m.sidebar_log_anyway()}
          </Button>
        ) : (
          <Button
            look="link"
            aria-label={m.sidebar_undo_log({ subject: thread.subject })}
            onClick={(event) => void undo(event, [log.interactionId])}
          >
            {m.words_undo()}
          </Button>
        ))}
    </div>
  );
}
