import { Link2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { NewContact } from '../../messages/calls.ts';
import type { Likely } from '../../messages/pairs.ts';
import type { PersonOnScreen } from '../../messages/state.ts';
import { Strip } from '../../ui/Strip.tsx';
import { useLink } from '../person/useLink.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { newcomerOf } from './newcomerOf.ts';
import { whyText } from './reasonText.ts';
import { useRested } from './useRested.ts';

/**
 * Somebody is about to be added, and somebody who is there may be the same: asked before it is saved, joined by a click
 * alone. "Keep both" holds until another is looked at.
 */
export function LooksLike({ newcomer, person }: { newcomer: NewContact; person: PersonOnScreen | null }) {
  const session = useSession();
  const link = useLink();
  const [kept, keep] = useState<ReadonlySet<string>>(new Set());
  const rested = useRested(newcomerOf(newcomer));
  const { value: found = [] } = useAnswer('likely', rested.name.trim() ? rested : null);
  const likely = found.find(({ id }) => !kept.has(id));
  if (!likely) return null;
  const canLink = session.canChange.value && person !== null && person.sighting.keys.length > 0;
  return (
    <Strip
      tone="warning"
      role="status"
      icon={<Link2 size={14} aria-hidden="true" />}
      action={
        <>
          {canLink ? (
            <button type="button" onClick={(event) => void link(event, person, likely, false)}>
              {m.sidebar_link()}
            </button>
          ) : (
            <button type="button" onClick={() => session.open({ noun: 'contact', id: likely.id })}>
              {m.alike_open({ name: likely.name })}
            </button>
          )}
          <button type="button" onClick={() => keep(new Set([...kept, likely.id]))}>
            {m.sidebar_keep_both()}
          </button>
        </>
      }
    >
      {looksText(likely)}
    </Strip>
  );
}

function looksText({ name, detail, reasons }: Likely): string {
  const reason = whyText(reasons);
  return detail ? m.alike_looks_like_at({ name, detail, reason }) : m.sidebar_looks_like({ name, reason });
}
