import { Ban, Check } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import { InPanel } from '../shell/InPanel.tsx';
import { useSession } from '../shell/session.ts';
import css from './LogBar.module.css';
import { LogButton } from './LogButton.tsx';
import { Logged } from './Logged.tsx';
import { countLogged } from './progress.ts';
import { useLog } from './useLog.ts';

const Refused = late(() => import('../exclusion/Refused.tsx').then((part) => part.Refused));
const NotWritten = late(() => import('./NotWritten.tsx').then((part) => part.NotWritten));

/** The truthful log: where a click goes and who will see it, or what became of it. */
export function LogBar({ thread }: { thread: ThreadOnScreen }) {
  const { canChange } = useSession();
  const bar = useKeptFocus();
  const { target, messages } = thread;
  const selected = messages.find((message) => message.id === thread.selectedId) ?? messages.at(-1);
  if (target.refusal) return <Refused refusal={target.refusal} of="mail" />;
  if (target.blocked && !(target.blocked === 'unknown' && selected?.log.state === 'automatic'))
    return <Blocked why={target.blocked} />;
  if (!selected) return null;
  const { log } = selected;
  const progress = countLogged(messages);
  return (
    <div class={css.bar} data-log={log.state} ref={bar}>
      {log.state === 'none' || log.state === 'saving' ? (
        canChange.value ? (
          <LogButton thread={thread} saving={log.state === 'saving'} />
        ) : (
          <InPanel />
        )
      ) : log.state === 'automatic' ? (
        <NotWritten kind={log.kind} thread={thread} />
      ) : (
        <Logged log={log} thread={thread} />
      )}
      {progress.logged > 0 && progress.logged < progress.all && (
        <Partial {...progress} hidden={thread.private} />
      )}
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

function Partial({ logged, all, hidden }: { logged: number; all: number; hidden: boolean }) {
  const { canChange } = useSession();
  const { log } = useLog();
  return (
    <p class={css.partial}>
      <span class={css.meter} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * logged) / all}%` }} />
      </span>
      <span>{m.sidebar_logged_partly({ logged, all })}</span>
      {canChange.value && (
        <Button look="link" onClick={(event) => void log(event, { messages: 'all', private: hidden })}>
          {m.sidebar_log_rest()}
        </Button>
      )}
    </p>
  );
}

function Blocked({ why }: { why: NonNullable<ThreadOnScreen['target']['blocked']> }) {
  return (
    <p class={css.blocked}>
      {why === 'internal' ? <Ban size={14} aria-hidden="true" /> : <Check size={14} aria-hidden="true" />}
      {why === 'internal' ? m.sidebar_blocked_internal() : m.sidebar_blocked_unknown()}
    </p>
  );
}
