import type { Seen } from '../../identity/sighting.ts';

export const differenceFields = [
  'name',
  'title',
  'organisation',
  'phone',
  'address',
  'email',
  'profile',
] as const;
export type DifferenceField = (typeof differenceFields)[number];

/** What a page says of a contact that we have otherwise, or (`was` null) have not. */
export type Difference = { field: DifferenceField; seen: Seen; was: string | null };
