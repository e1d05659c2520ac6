import { Clock, X } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ScheduledOnScreen } from '../../messages/compose.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';

/** A mail that may leave later: what is done with it then, said once, and taken back with a click. */
export function ScheduledStrip({ scheduled }: { scheduled: ScheduledOnScreen }) {
  const session = useSession();
  const { key, subject, logs } = scheduled;
  const what = subject || m.compose_later_untitled();
  return (
    <Strip
      tone="info"
      role="status"
      icon={<Clock size={14} aria-hidden="true" />}
      action={
        <>
          {session.canChange.value && (
            <Button
              look="link"
              onClick={(event) =>
                void session.change(event, () => session.client.call('forgetScheduled', { key }))
              }
            >
              {m.compose_later_forget()}
            </Button>
          )}
          <IconButton label={m.words_close()} onClick={() => session.ask('readScheduled', {})}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        </>
      }
    >
      {logs ? m.compose_later_kept({ what }) : m.compose_later_kept_reminder({ what })}
    </Strip>
  );
}
