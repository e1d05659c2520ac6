import { History } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';

/** Leads to who changed what. */
export function HistoryButton({ of, id, name }: { of: HistoryNoun; id: string; name: string }) {
  const session = useSession();
  return (
    <IconButton
      label={m.sidebar_history_of({ what: name })}
      data-history={of}
      onClick={() => session.open({ noun: 'history', of, id, name })}
    >
      <History size={14} aria-hidden="true" />
    </IconButton>
  );
}
