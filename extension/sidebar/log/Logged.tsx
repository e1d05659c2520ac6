import { CircleHelp, Clock, Ellipsis, Lock, MailCheck } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { probablyText } from '../../messages/probably-text.ts';
import type { LogState, MessageOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { late } from '../../ui/late.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { shortName } from '../person/shortName.ts';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import css from './LogBar.module.css';
import { placing } from './placing.ts';
import { dealsText } from './targetText.ts';
import { useLog } from './useLog.ts';

const LoggedMore = late(() => import('./LoggedMore.tsx').then((part) => part.LoggedMore), true);

type Known = Exclude<LogState, { state: 'none' | 'saving' }>;

/** What became of a log: on the server, saved here and waiting, or only probably there. */
export function Logged({
  log,
  message,
  thread,
}: {
  log: Known;
  message: MessageOnScreen;
  thread: ThreadOnScreen;
}) {
  const session = useSession();
  const { log: logAgain, undo } = useLog();
  const probably = log.state === 'probably';
  const hidden = !probably && log.private;
  const mine = !probably && log.byMe;
  const Icon = probably ? CircleHelp : log.state === 'waiting' ? Clock : MailCheck;
  const who = mine ? m.sidebar_you() : log.by;
  const parts = [
    log.state === 'waiting' && m.sidebar_log_waiting(),
    ...(probably ? [] : [whomText(log)]),
    dealsText(log.deals),
  ].filter((part) => typeof part === 'string');
  const asks = !probably && log.deals.length === 0 && thread.target.open.length > 1;
  return (
    <div class={classes(css.logged, css[log.state])} role="status">
      <Icon size={16} aria-hidden="true" />
      <p class={css.line} data-focus={asks && mine ? undefined : 'log'} tabIndex={-1}>
        {probably
          ? m.sidebar_probably_logged({ who: log.by })
          : log.state === 'waiting'
            ? m.sidebar_saved_here()
            : m.sidebar_logged_by({ who })}{' '}
        <span class={css.when}>
          <Ago at={log.at} />
        </span>
      </p>
      {session.canChange.value && !probably && (
        <div class={css.acts}>
          <Button
            look="link"
            aria-label={m.sidebar_undo_log({ subject: thread.subject })}
            onClick={(event) => void undo(event, [log.interactionId])}
          >
            {m.words_undo()}
          </Button>
          <Menu
            label={m.log_acts({ who: message.from })}
            class={css.dots}
            trigger={<Ellipsis size={16} aria-hidden="true" />}
            items={[
              { id: 'move', label: m.log_move(), onPick: () => placing.toggle(log.interactionId) },
              {
                id: 'moves',
                label: m.log_moves(),
                onPick: () => session.open({ noun: 'moves', id: log.interactionId, name: thread.subject }),
              },
            ]}
          />
        </div>
      )}
      <div class={css.lines}>
        {hidden && (
          <p class={css.private}>
            <Lock size={12} aria-hidden="true" />
            {mine ? m.sidebar_audience_private() : m.sidebar_access_shared_with_you({ who: log.by })}
          </p>
        )}
        {(parts.length > 0 || (!probably && log.bodyState === 'subject-only')) && (
          <div class={css.clip}>
            <p class={css.sub}>
              {parts.map((part) => (
                <Text key={part}>{part}</Text>
              ))}
              {!probably && log.bodyState === 'subject-only' && (
                <span title={m.sidebar_subject_only_why()}>{m.sidebar_subject_only()}</span>
              )}
            </p>
          </div>
        )}
        {probably && <p class={css.why}>{probablyText(log.alike)}</p>}
        {session.canChange.value && probably && (
          <Button
            look="outline"
            onClick={(event) =>
              void logAgain(event, { messages: [message.id], anyway: true, private: thread.private })
            }
          >
            {m.sidebar_log_anyway()}
          </Button>
        )}
        {(message.forwardOf || (!probably && (log.rule || (asks && mine)))) && (
          <LoggedMore log={log} message={message} thread={thread} asks={asks && mine} />
        )}
      </div>
    </div>
  );
}

/** "Ada + 2", or the company. */
function whomText({ contacts, company }: Extract<Known, { state: 'logged' | 'waiting' }>): string | null {
  const [first, ...others] = contacts;
  if (!first) return company?.name ?? null;
  return others.length > 0 ? `${shortName(first.name)} + ${others.length}` : shortName(first.name);
}
