import type { Locale } from '../../messages/state.ts';

/** The language until the background has told which: the browser's own. */
export const browserLocale = (): Locale => {
  const language = navigator.language;
  if (!language.startsWith('zh')) return 'en';
  return /TW|HK|MO|Hant/i.test(language) ? 'zh-TW' : 'zh-CN';
};
