import { Building2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { NewFirm } from '../../messages/pairs.ts';
import { Strip } from '../../ui/Strip.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { whyText } from './reasonText.ts';
import { useRested } from './useRested.ts';

/** A company is about to be made, and one that is there may be the same: "Acme" beside "ACME Inc.". */
export function FirmLike({
  firm,
  onTake,
}: {
  firm: NewFirm;
  onTake: (found: { id: string; name: string }) => void;
}) {
  const [kept, keep] = useState<ReadonlySet<string>>(new Set());
  const rested = useRested(firm);
  const { value: found = [] } = useAnswer('likelyCompany', rested.name.trim() ? rested : null);
  const likely = found.find(({ id }) => !kept.has(id));
  if (!likely) return null;
  return (
    <Strip
      tone="warning"
      role="status"
      icon={<Building2 size={14} aria-hidden="true" />}
      action={
        <>
          <button type="button" onClick={() => onTake(likely)}>
            {m.alike_take({ name: likely.name })}
          </button>
          <button type="button" onClick={() => keep(new Set([...kept, likely.id]))}>
            {m.sidebar_keep_both()}
          </button>
        </>
      }
    >
      {m.sidebar_looks_like({ name: likely.name, reason: whyText(likely.reasons) })}
    </Strip>
  );
}
