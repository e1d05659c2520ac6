import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryEntry } from '../../messages/state.ts';

/** What a merge or its split wrote into a history, in words; null: it is of another field. */
export function mergeEvent({
  change: { field },
  from,
  to,
}: Pick<HistoryEntry, 'change' | 'from' | 'to'>): string | null {
  if (field === 'merged') return m.pairs_event_merged({ name: String(to) });
  if (field === 'split') return m.pairs_event_split({ name: String(to) });
  if (field === 'mergedInto')
    return to === null
      ? m.pairs_event_split({ name: String(from) })
      : m.pairs_event_into({ name: String(to) });
  if (field === 'stayed')
    return to === null ? m.pairs_event_stayed_entry() : m.pairs_event_stayed({ what: String(to) });
  return null;
}
