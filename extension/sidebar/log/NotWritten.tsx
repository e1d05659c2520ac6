import { MailX } from 'lucide-preact';
import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';
import { automaticText } from './automaticText.ts';
import css from './LogBar.module.css';
import { useLog } from './useLog.ts';

/** A mail that nobody wrote is not offered; who wants it logged says so. */
export function NotWritten({ kind, thread }: { kind: Automatic; thread: ThreadOnScreen }) {
  const { canChange } = useSession();
  const { log } = useLog();
  return (
    <div class={css.automatic} role="status">
      <MailX size={14} aria-hidden="true" />
      <p data-focus="log" tabIndex={-1}>
        {automaticText(kind)}
      </p>
      {canChange.value && thread.target.blocked === null && (
        <Button
          look="link"
          onClick={(event) =>
            void log(event, { messages: 'selected', anyway: true, private: thread.private })
          }
        >
          {m.sidebar_log_anyway()}
        </Button>
      )}
    </div>
  );
}
