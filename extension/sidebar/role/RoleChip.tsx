import { Ban } from 'lucide-preact';
import type { PartyRole } from '../../../shared/domain/rows.ts';
import { Chip } from '../../ui/Chip.tsx';
import { roleText, roleTone } from './roleText.ts';

/** What somebody is to us; why stands in the tip. */
export function RoleChip({ party, reason }: { party: PartyRole; reason: string | null }) {
  return (
    <Chip tone={roleTone[party]} title={reason ?? undefined}>
      {party === 'blocked' && <Ban size={10} aria-hidden="true" />} {roleText(party)}
    </Chip>
  );
}
