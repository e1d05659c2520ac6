import type { Seen } from '../../identity/sighting.ts';
export declare const differenceFields: readonly [
  'name',
  'title',
  'organisation',
  'phone',
  'address',
  'email',
  'profile',
];
export type DifferenceField = (typeof differenceFields)[number];
/** What a page says of a contact that we have otherwise, or (`was` null) have not. */
export type Difference = {
  field: DifferenceField;
  seen: Seen;
  was: string | null;
};
