import { Check, X } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Settled } from '../../messages/compose.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';

/** A reminder that an answer made done by itself: said once, and taken back with a click. */
export function SettledStrip({ settled }: { settled: Settled }) {
  const session = useSession();
  const { taskId, title, who } = settled;
  return (
    <Strip
      tone="info"
      role="status"
      icon={<Check size={14} aria-hidden="true" />}
      action={
        <>
          {session.canChange.value && (
            <Button
              look="link"
              onClick={(event) =>
                void session.change(event, () => session.client.call('unsettle', { taskId }))
              }
            >
              {m.words_undo()}
            </Button>
          )}
          <IconButton label={m.words_close()} onClick={() => session.ask('readSettled', {})}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        </>
      }
    >
      {m.compose_settled({ who, title })}
    </Strip>
  );
}
