import { getLocale } from '../../../shared/i18n/compiled/runtime.js';

/** Phrases one after another, as the language sets them. */
export const joined = (phrases: readonly string[]): string =>
  new Intl.ListFormat(getLocale(), { style: 'narrow', type: 'conjunction' }).format(phrases);
