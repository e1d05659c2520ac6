export type Locale = 'en' | 'zh-CN' | 'zh-TW';

/** The first of our languages that the browser names; `zh-HK` and `zh-Hant` read traditional characters. */
export function localeOf(acceptLanguage: string): Locale {
  for (const part of acceptLanguage.slice(0, 200).split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? '';
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
