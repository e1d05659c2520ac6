import { ListOrdered } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';
import css from './StakeLine.module.css';

/** In a mailbox whose lists were read: leads to its conversations by what is at stake in them. */
export function StakeLine() {
  const session = useSession();
  const screen = session.state.value?.screen;
  if (screen?.kind !== 'mailbox' || !screen.rows) return null;
  return (
    <div class={css.line} data-stake>
      <Button
        look="link"
        icon={<ListOrdered size={14} aria-hidden="true" />}
        onClick={() => session.open({ noun: 'inbox' })}
      >
        {m.rows_inbox()}
      </Button>
    </div>
  );
}
