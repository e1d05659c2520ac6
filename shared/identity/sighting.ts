import type { IdentityKey } from './key.ts';
import type { NameDoubt } from './mailbox/display-name.ts';

/** Where on the page or in the mail a fact stood, strongest first. */
export const evidences = [
  'mail-header',
  'taught',
  'site',
  'json-ld',
  'microdata',
  'rdfa',
  'h-card',
  'vcard',
  'mailto',
  'tel',
  'opengraph',
  'signature',
  'quoted',
  'form',
  'number',
  'text',
] as const;
export type Evidence = (typeof evidences)[number];

/**
 * One seen value: what, where from, and how sure (0 to 1).
 * `at`: where it stood, a number that the script which read it resolves to a place on its page.
 */
export type Seen<T = string> = { value: T; source: Evidence; confidence: number; at?: number };

/** The fields besides keys that a sighting can carry; named after schema.org / vCard. */
export const sightingFields = [
  'name',
  'givenName',
  'familyName',
  'title',
  'organisation',
  'phone',
  'address',
  'url',
  'industry',
  'description',
] as const;
export type SightingField = (typeof sightingFields)[number];

/** What was seen on a page or in a mail. */
export type Sighting = {
  kind: 'person' | 'company';
  /** For mail: the header the person stands in. */
  role?: 'from' | 'to' | 'cc' | 'bcc' | 'reply-to';
  keys: Seen<IdentityKey>[];
  fields: Partial<Record<SightingField, Seen>>;
  /** What else was seen for a field, surest first; few, and none that differs from another in case or spacing alone. */
  others?: Partial<Record<SightingField, Seen[]>>;
  /** The country a national phone number in `fields` was most likely written in (ISO 3166, upper case). */
  country?: string;
  /** The name beside the address must not be believed. */
  doubt?: NameDoubt;
};
