import { Ban, Check, ChevronDown, CircleHelp, Clock, Mail, MailCheck, Users } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogState, ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { DealPicker } from './DealPicker.tsx';
import css from './LogBar.module.css';
import { countLogged } from './progress.ts';
import { TargetLine } from './TargetLine.tsx';
import { targetText } from './targetText.ts';
import { useLog } from './useLog.ts';

/** The truthful log: where a click goes and who will see it, or what became of it. */
export function LogBar({ thread }: { thread: ThreadOnScreen }) {
  const { canChange, openPanel } = useSession();
  const bar = useKeptFocus();
  const { target, messages } = thread;
  const selected = messages.find((message) => message.id === thread.selectedId) ?? messages.at(-1);
  if (target.blocked) return <Blocked why={target.blocked} />;
  if (!selected) return null;
  const { log } = selected;
  const progress = countLogged(messages);
  return (
    <div class={css.bar} data-log={log.state} ref={bar}>
      {log.state === 'none' || log.state === 'saving' ? (
        canChange.value ? (
          <LogButton thread={thread} saving={log.state === 'saving'} />
        ) : (
          openPanel && (
            <Button look="outline" wide onClick={openPanel}>
              {m.sidebar_log_in_panel()}
            </Button>
          )
        )
      ) : (
        <Logged log={log} thread={thread} />
      )}
      {progress.logged > 0 && progress.logged < progress.all && <Partial {...progress} />}
    </div>
  );
}

/** The button that was pressed is replaced by what became of it; the focus goes there too, not to the top of the page. */
function useKeptFocus() {
  const bar = useRef<HTMLDivElement>(null);
  const wasInside = bar.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (wasInside && !bar.current?.contains(document.activeElement))
      bar.current?.querySelector<HTMLElement>('[data-focus=log]')?.focus();
  });
  return bar;
}

function LogButton({ thread, saving }: { thread: ThreadOnScreen; saving: boolean }) {
  const { log } = useLog();
  const { target, messages } = thread;
  const all = messages.length;
  return (
    <>
      <div class={css.split}>
        <Button
          look="primary"
          wide
          data-focus="log"
          aria-keyshortcuts="l"
          aria-disabled={saving}
          aria-label={saving ? m.sidebar_saving() : targetText(target)}
          title={[...target.contacts.map((contact) => contact.name), target.deal?.title]
            .filter(Boolean)
            .join(', ')}
          icon={<Mail size={16} aria-hidden="true" />}
          onClick={(event) => !saving && void log(event, { messages: 'selected' })}
        >
          {saving ? m.sidebar_saving() : <TargetLine target={target} />}
        </Button>
        {all > 1 && (
          <Menu
            label={m.sidebar_log_more()}
            class={css.more}
            trigger={<ChevronDown size={16} aria-hidden="true" />}
            items={[
              {
                id: 'all',
                label: m.sidebar_log_all({ count: all }),
                onPick: (event) => void log(event, { messages: 'all' }),
              },
            ]}
          />
        )}
      </div>
      <p class={css.who}>
        <Users size={12} aria-hidden="true" />
        <span>{m.sidebar_log_visible()}</span>
        <DealPicker target={target} />
      </p>
      {target.unknown > 0 && <p class={css.note}>{m.sidebar_log_leaves_out({ count: target.unknown })}</p>}
    </>
  );
}

type Known = Exclude<LogState, { state: 'none' | 'saving' }>;

function Logged({ log, thread }: { log: Known; thread: ThreadOnScreen }) {
  const session = useSession();
  const { log: logAgain, undo } = useLog();
  const probably = log.state === 'probably';
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
            onClick={(event) => void logAgain(event, { messages: 'selected', anyway: true })}
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

function Partial({ logged, all }: { logged: number; all: number }) {
  const { canChange } = useSession();
  const { log } = useLog();
  return (
    <p class={css.partial}>
      <span class={css.meter} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * logged) / all}%` }} />
      </span>
      <span>{m.sidebar_logged_partly({ logged, all })}</span>
      {canChange.value && (
        <Button look="link" onClick={(event) => void log(event, { messages: 'all' })}>
          {m.sidebar_log_rest()}
        </Button>
      )}
    </p>
  );
}

function Blocked({ why }: { why: 'internal' | 'unknown' }) {
  return (
    <p class={css.blocked}>
      {why === 'internal' ? <Ban size={14} aria-hidden="true" /> : <Check size={14} aria-hidden="true" />}
      {why === 'internal' ? m.sidebar_blocked_internal() : m.sidebar_blocked_unknown()}
    </p>
  );
}
