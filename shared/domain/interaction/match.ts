import { searchText, searchTokens } from '../../kit/fold.ts';
import type { Interaction } from '../rows.ts';
import type { TimelineFilter } from './filter.ts';

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
