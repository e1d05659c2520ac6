/** What a template can be filled with; the words stand in stored texts, so they are never renamed. */
export const templateFields = [
  'first_name',
  'last_name',
  'full_name',
  'salutation',
  'job_title',
  'company',
  'city',
  'deal',
  'stage',
  'amount',
  'close_date',
  'my_name',
  'my_first_name',
  'my_email',
  'workspace',
  'today',
  'tomorrow',
  'next_week',
  'weekday',
] as const;
export type TemplateField = (typeof templateFields)[number];

/** Own fields of the contact: `own.<key>`. */
export const ownPrefix = 'own.';

/** What a recipient's own facts are, by field; null or missing: not known. */
export type FieldValues = Readonly<Record<string, string | null | undefined>>;

/**
 * `{{first_name}}`, `{{ first_name | there }}`. A name has no braces, bars or line breaks; of braces that are never
 * closed nothing is made. What stands after the bar is said where the field is empty.
 */
export const placeholder = /\{\{([^{}|\r\n]{1,100})(?:\|([^{}\r\n]{0,300}))?\}\}/gu;

export type Placeholder = { name: string; fallback: string | null };

export const placeholderOf = (match: RegExpMatchArray | readonly (string | undefined)[]): Placeholder => ({
  name: (match[1] ?? '').trim(),
  fallback: match[2] === undefined ? null : match[2].trim(),
});

export const written = (name: string, fallback: string | null): string =>
  fallback === null ? `{{${name}}}` : `{{${name}|${fallback}}}`;
