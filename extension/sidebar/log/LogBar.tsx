import { Ban, Check } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogState, MessageOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import { InPanel } from '../shell/InPanel.tsx';
import { useSession } from '../shell/session.ts';
import css from './LogBar.module.css';
import { LogButton } from './LogButton.tsx';
import { Logged } from './Logged.tsx';
import { placing } from './placing.ts';
import { useLog } from './useLog.ts';

const Refused = late(() => import('../exclusion/Refused.tsx').then((part) => part.Refused));
const NotWritten = late(() => import('./NotWritten.tsx').then((part) => part.NotWritten));
const ThreadLog = late(() => import('./ThreadLog.tsx').then((part) => part.ThreadLog), true);
const Auto = late(() => import('../rules/Auto.tsx').then((part) => part.Auto), true);
const ThreadFiles = late(() => import('../file/ThreadFiles.tsx').then((part) => part.ThreadFiles), true);
const PlaceLog = late(() => import('./PlaceLog.tsx').then((part) => part.PlaceLog));

/** The truthful log: where a click goes and who will see it, or what became of it; then the thread's other messages. */
export function LogBar({ thread }: { thread: ThreadOnScreen }) {
  const bar = useKeptFocus();
  const { pressed } = useLog();
  const { messages, target } = thread;
  const selected = messages.find((message) => message.id === thread.selectedId) ?? messages.at(-1);
  // A form belongs to the thread it was opened for.
  useEffect(() => placing.close, [thread.id]);
  if (!selected) return null;
  // What was clicked is seen before the background has heard of it.
  const log: LogState = pressed.has(selected.id) ? { state: 'saving' } : selected.log;
  return (
    <div class={css.bar} data-log={log.state} data-why={whyOf(log)} ref={bar}>
      <Selected log={log} message={selected} thread={thread} />
      {thread.auto && !target.refusal && <Auto auto={thread.auto} thread={thread} />}
      {placing.value && <PlaceLog thread={thread} />}
      {messages.length > 1 && <ThreadLog thread={thread} />}
      <ThreadFiles thread={thread} />
    </div>
  );
}

const whyOf = (log: LogState): string | undefined => (log.state === 'none' ? log.why?.why : undefined);

function Selected({
  log,
  message,
  thread,
}: {
  log: LogState;
  message: MessageOnScreen;
  thread: ThreadOnScreen;
}) {
  const { canChange } = useSession();
  const { target } = thread;
  if (log.state !== 'none' && log.state !== 'saving')
    return <Logged log={log} message={message} thread={thread} />;
  if (target.refusal) return <Refused refusal={target.refusal} of="mail" />;
  if (log.state === 'none' && log.why?.why === 'automatic')
    return <NotWritten kind={log.why.kind} thread={thread} />;
  if (target.blocked && log.state !== 'saving') return <Blocked why={target.blocked} />;
  return canChange.value ? <LogButton thread={thread} saving={log.state === 'saving'} /> : <InPanel />;
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

function Blocked({ why }: { why: NonNullable<ThreadOnScreen['target']['blocked']> }) {
  const { canChange } = useSession();
  return (
    <p class={css.blocked}>
      {why === 'internal' ? <Ban size={14} aria-hidden="true" /> : <Check size={14} aria-hidden="true" />}
      <span>{why === 'internal' ? m.sidebar_blocked_internal() : m.sidebar_blocked_unknown()}</span>
      {canChange.value && (
        <Button look="link" aria-expanded={placing.value?.of === 'log'} onClick={() => placing.toggle('log')}>
          {m.log_to_other()}
        </Button>
      )}
    </p>
  );
}
