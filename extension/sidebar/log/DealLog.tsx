import { MailCheck, MailPlus } from 'lucide-preact';
import { staysOut } from '../../../shared/domain/interaction/why-not.ts';
import type { Deal } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { IconButton } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';
import { placeOf, withDeals } from './place.ts';
import { useLog } from './useLog.ts';

/** One click logs the open mail to this deal, or takes it off again; a check says that it is there. */
export function DealLog({ deal }: { deal: Pick<Deal, 'id' | 'title' | 'state'> }) {
  const session = useSession();
  const { log, move, pressed } = useLog();
  const screen = session.state.value?.screen;
  if (screen?.kind !== 'thread' || !session.canChange.value) return null;
  const { thread } = screen;
  const message = thread.messages.find(({ id }) => id === thread.selectedId) ?? thread.messages.at(-1);
  if (!message || message.log.state === 'probably') return null;
  const { log: state } = message;
  const saving = state.state === 'saving' || pressed.has(message.id);
  if (state.state === 'logged' || state.state === 'waiting') {
    const ids = state.deals.map(({ id }) => id);
    const isIn = ids.includes(deal.id);
    if (!isIn && deal.state !== 'open') return null;
    const next = isIn ? ids.filter((id) => id !== deal.id) : [...ids, deal.id];
    return (
      <IconButton
        label={isIn ? m.log_off_deal({ deal: deal.title }) : m.log_into_deal({ deal: deal.title })}
        aria-pressed={isIn}
        data-in={isIn}
        onClick={(event) =>
          void move(event, state.interactionId, withDeals(placeOf(state), next), placeOf(state))
        }
      >
        {isIn ? <MailCheck size={16} aria-hidden="true" /> : <MailPlus size={16} aria-hidden="true" />}
      </IconButton>
    );
  }
  const why = state.state === 'none' ? state.why : null;
  if (deal.state !== 'open' || staysOut(why, 'click', { target: true })) return null;
  return (
    <IconButton
      label={m.log_into_deal({ deal: deal.title })}
      aria-pressed={false}
      aria-disabled={saving}
      onClick={(event) => {
        if (saving) return;
        const to = { dealIds: [deal.id] };
        void log(event, { messages: [message.id], private: thread.private, to });
      }}
    >
      <MailPlus size={16} aria-hidden="true" />
    </IconButton>
  );
}
