import { Link2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen } from '../../messages/state.ts';
import { late } from '../../ui/late.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';
import { keyKindText } from './keyKindText.ts';
import { useLink } from './useLink.ts';

const MergeDialog = late(() => import('../merge/MergeDialog.tsx').then(({ MergeDialog }) => MergeDialog));

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
  const [merging, merge] = useState(false);
  // Whoever is known already is not linked to another one: the two may be one.
  const contact = person.contact;
  if (kept === maybe.contact.id) return null;
  const basis = maybe.match.basis[0];
  return (
    <>
      <Strip
        tone="warning"
        icon={<Link2 size={14} aria-hidden="true" />}
        action={
          canChange.value && (
            <>
              {contact ? (
                <button type="button" onClick={() => merge(true)}>
                  {m.pairs_merge()}
                </button>
              ) : (
                <button type="button" onClick={(event) => void link(event, person, maybe.contact, false)}>
                  {m.sidebar_link()}
                </button>
              )}
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
      {merging && contact && (
        <MergeDialog noun="contact" a={contact.id} b={maybe.contact.id} onClose={() => merge(false)} />
      )}
    </>
  );
}
