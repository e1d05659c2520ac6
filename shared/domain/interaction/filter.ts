import type { Id } from '../../kit/id.ts';
import type { InteractionKind } from '../rows.ts';

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
  kind !== null || by !== null || contactId !== null || /[\p{L}\p{N}]/u.test(text);
