import type { Exclusion } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { emailKey } from '../../../shared/identity/email.ts';
import { isFreeMailDomain } from '../../../shared/identity/free-mail.ts';
import type { MenuItem } from '../../ui/MenuRow.tsx';
import { newId } from '../shell/newId.ts';
import type { Session } from '../shell/session.ts';

/** Mail with this person, or with everybody of their domain, is never logged from then on; for oneself alone. */
export function neverItems(session: Session, email: string): MenuItem[] {
  const address = emailKey(email)?.value;
  if (!address) return [];
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const never = async (event: Event, subject: Exclusion['subject'], value: string) => {
    const id = newId();
    const rule = { id, subject, value, effect: 'never', note: null, private: true } as const;
    const outcome = await session.act(event, 'exclusion.add', rule);
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.exclude_never_done({ what: value }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'exclusion.remove', { id }),
      },
    });
  };
  return [
    {
      id: 'never-address',
      label: m.exclude_never_address({ what: address }),
      onPick: (event) => void never(event, 'address', address),
    },
    ...(isFreeMailDomain(domain)
      ? []
      : [
          {
            id: 'never-domain',
            label: m.exclude_never_domain({ what: domain }),
            onPick: (event: Event) => void never(event, 'domain', domain),
          },
        ]),
  ];
}
