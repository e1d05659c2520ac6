import type { Locale } from '../messages/state.ts';

/** What the page goes by before its background says which language the user chose. */
const key = 'sidebook locale';
const locales: readonly string[] = ['en', 'zh-CN', 'zh-TW'] satisfies Locale[];

export const localeHint = {
  get: (): Locale | null => {
    const kept = localStorage.getItem(key);
    return kept !== null && locales.includes(kept) ? (kept as Locale) : null;
  },
  set: (locale: Locale): void => localStorage.setItem(key, locale),
};
