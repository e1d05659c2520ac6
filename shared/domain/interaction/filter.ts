import { searchText, searchTokens } from '../../kit/fold.ts';
import type { Id } from '../../kit/id.ts';
import type { Interaction, InteractionKind } from '../rows.ts';

/** What of a timeline is wanted; null: no matter. */
export type TimelineFilter = {
  kind: InteractionKind | null;
  /** Who logged it. */
  by: Id | null;
  /** Who it is about. */
  contactId: Id | null;
  /** Beginnings of words, or single Han characters, in either script. */
  text: string;
};
export const noFilter: TimelineFilter = { kind: null, by: null, contactId: null, text: '' };

export const isFiltered = ({ kind, by, contactId, text }: TimelineFilter): boolean =>
  kind !== null || by !== null || contactId !== null || searchTokens(text).length > 0;

/** Whether every part of what is looked for begins a word of these texts. */
export function wordsIn(texts: readonly (string | null)[], looked: string): boolean {
  const tokens = searchTokens(looked);
  if (tokens.length === 0) return true;
  const line = ` ${searchText(texts.filter(Boolean).join(' '))}`;
  return tokens.every((token) => line.includes(` ${token}`));
}

export const matchesFilter =
  ({ kind, by, contactId, text }: TimelineFilter) =>
  (row: Interaction): boolean =>
    (kind === null || row.kind === kind) &&
    (by === null || row.loggedBy === by) &&
    (contactId === null || row.contactIds.includes(contactId)) &&
    wordsIn(
      [row.subject, row.body, row.outcome, ...row.participants.flatMap(({ name, email }) => [name, email])],
      text,
    );
