import { Link2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen } from '../../messages/state.ts';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';
import { keyKindText } from './keyKindText.ts';
import { useLink } from './useLink.ts';

/** "Looks like Ada L. (same phone): Link / Keep both". A weak sign never joins anybody by itself. */
export function Duplicate({
  person,
  maybe,
}: {
  person: PersonOnScreen;
  maybe: NonNullable<PersonOnScreen['maybe']>;
}) {
  const { canChange } = useSession();
  const link = useLink();
  const [kept, keep] = useState<string | null>(null);
  if (kept === maybe.contact.id) return null;
  const basis = maybe.match.basis[0];
  return (
    <Strip
      tone="warning"
      icon={<Link2 size={14} aria-hidden="true" />}
      action={
        canChange.value && (
          <>
            <button type="button" onClick={(event) => void link(event, person, maybe.contact, false)}>
              {m.sidebar_link()}
            </button>
            <button type="button" onClick={() => keep(maybe.contact.id)}>
              {m.sidebar_keep_both()}
            </button>
          </>
        )
      }
    >
      {m.sidebar_looks_like({
        name: maybe.contact.name,
        reason: basis ? keyKindText(basis.key.kind) : m.sidebar_same_name(),
      })}
    </Strip>
  );
}
