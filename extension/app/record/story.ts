import { wordsIn } from '../../../shared/domain/interaction/match.ts';
import type { InteractionKind } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Happenings, TimelineEntry } from '../../messages/state.ts';

export type Happening = Happenings['events'][number];
/** One thing of a timeline: something said, or something changed. */
export type Told = { at: number } & ({ entry: TimelineEntry } | { event: Happening });

/** What of a timeline is shown. `changes`: what was changed; a kind of interaction: those alone. */
export type Wanted = {
  kind: InteractionKind | 'changes' | null;
  by: Id | null;
  contactId: Id | null;
  text: string;
};
export const everything: Wanted = { kind: null, by: null, contactId: null, text: '' };

/**
 * Entries and changes, newest first.
 * @param whole whether the entries reach back to the first one: else changes from before them would stand under a gap
 * @param textOf what a change says, for whoever searches
 */
export function storyOf(
  entries: readonly TimelineEntry[],
  events: readonly Happening[],
  whole: boolean,
  { kind, by, contactId, text }: Wanted,
  textOf: (event: Happening) => readonly (string | null)[],
): Told[] {
  const since = whole ? Number.NEGATIVE_INFINITY : (entries.at(-1)?.interaction.occurredAt ?? 0);
  const changes = kind === null || kind === 'changes';
  const told: Told[] =
    kind === 'changes' ? [] : entries.map((entry) => ({ at: entry.interaction.occurredAt, entry }));
  for (const event of events) {
    const { at, by: who, rowId } = event.change;
    if (!changes || (kind === null && at < since)) continue;
    if (by !== null && who !== by) continue;
    if (contactId !== null && rowId !== contactId) continue;
    if (wordsIn(textOf(event), text)) told.push({ at, event });
  }
  return told.sort((a, b) => b.at - a.at);
}
