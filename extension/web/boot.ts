import type { Locale } from '../messages/state.ts';
import { localeOf } from '../settings/settings.ts';
import { localeHint } from './locale-hint.ts';

/** Of each language the page's code and what it is made of; written in by the build. */
declare const __PAGES__: Record<Locale, { code: string; parts: string[] }>;

/** Texts are two thirds of a page's code: only those of the user's language are read. */
const page = __PAGES__[localeHint.get() ?? localeOf(navigator.languages)];
for (const part of page.parts) {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = part;
  document.head.append(link);
}
import(/* @vite-ignore */ page.code).catch(reportError);
