import { Inbox } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';

/** In a mailbox with no mail open, where there are several workspaces: where its mail goes, and the click that keeps it so. */
export function MailboxLine() {
  const session = useSession();
  const state = session.state.value;
  if (!state?.mailbox || state.places.length < 2 || state.screen.kind !== 'mailbox') return null;
  const { place, places, mailbox } = state;
  const workspace = places.find(({ id }) => id === place)?.workspace ?? '';
  return (
    <Strip
      tone="info"
      icon={<Inbox size={14} aria-hidden="true" />}
      action={
        !mailbox.bound && (
          <button
            type="button"
            onClick={(event) =>
              void session.change(event, () =>
                session.client.call('bindMailbox', { account: mailbox.account, place }),
              )
            }
          >
            {m.sidebar_mailbox_keep()}
          </button>
        )
      }
    >
      {mailbox.bound
        ? m.sidebar_mailbox_logs_to({ workspace })
        : m.sidebar_mailbox_logs_to_now({ workspace })}
    </Strip>
  );
}
