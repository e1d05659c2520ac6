import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Calls } from '../../messages/calls.ts';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

/** Which workspace each mailbox logs to, and whether its mail is private unless a click says otherwise. */
export function Mailboxes({ page }: { page: PageSession }) {
  const [mailboxes, setMailboxes] = useState<Calls['mailboxes']['out']>([]);
  const state = page.state.value;
  // The state comes anew with every change of a setting.
  useEffect(() => void page.client.call('mailboxes', {}).then(setMailboxes), [page, state]);
  if (!state) return null;
  if (mailboxes.length === 0) return <p class={css.how}>{m.pages_mailboxes_none()}</p>;
  return (
    <ul class={css.rows}>
      {mailboxes.map(({ account, bound, private: hidden }) => (
        <li key={account} class={css.form}>
          <Labelled label={m.pages_mailboxes_logs_to({ account })}>
            <select
              class={form.input}
              value={bound ?? ''}
              onChange={(event) =>
                void page.client.call('bindMailbox', { account, place: event.currentTarget.value || null })
              }
            >
              <option value="">{m.pages_mailboxes_current()}</option>
              {state.places.map(({ id, workspace }) => (
                <option key={id} value={id}>
                  {workspace}
                </option>
              ))}
            </select>
          </Labelled>
          <label class={css.switch}>
            <input
              type="checkbox"
              checked={hidden}
              onChange={(event) =>
                void page.client.call('setMailboxPrivate', { account, private: event.currentTarget.checked })
              }
            />
            <span>{m.pages_mailboxes_private()}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
