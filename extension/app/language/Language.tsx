import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Locale } from '../../messages/state.ts';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

const languages: [Locale, string][] = [
  ['en', 'English'],
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
];

/** Each language by its own name. */
export function Language({ page }: { page: PageSession }) {
  return (
    <div class={css.choices} role="radiogroup" aria-label={m.pages_language_title()}>
      {languages.map(([locale, name]) => (
        <label key={locale} class={css.choice} lang={locale}>
          <input
            type="radio"
            name="language"
            checked={page.locale.value === locale}
            onChange={() => void page.client.call('setLocale', { locale })}
          />
          {name}
        </label>
      ))}
    </div>
  );
}
