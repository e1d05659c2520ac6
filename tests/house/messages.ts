import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.ts';

export const locales = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof locales)[number];
/** Text by key; a message with variants is the text of all of them. */
export type Messages = Record<string, string>;

const folder = join(root, 'shared/i18n/messages');

export const messageFiles = (locale: Locale) => readdirSync(join(folder, locale)).sort();

export function readMessages(locale: Locale): Messages {
  const entries = messageFiles(locale).flatMap((file) => {
    const content = JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Record<string, unknown>;
    return Object.entries(content).filter(([key]) => key !== '$schema');
  });
  return Object.fromEntries(entries.map(([key, value]) => [key, textOf(value)]));
}

/** The name of the file a key must stand in is the key's own beginning. */
export function misplacedKeys(locale: Locale): string[] {
  return messageFiles(locale).flatMap((file) => {
    const content = JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Record<string, unknown>;
    const prefix = `${file.replace(/\.json$/, '')}_`;
    return Object.keys(content)
      .filter((key) => key !== '$schema' && !key.startsWith(prefix))
      .map((key) => `${locale}/${file}: ${key} must begin with ${prefix}`);
  });
}

/** What is wrong with a translation, key by key. `same` may read like the English. */
export function translationFaults(
  english: Messages,
  locale: Locale,
  translated: Messages,
  same: Set<string>,
): string[] {
  const missing = Object.keys(english).filter((key) => !(key in translated));
  const extra = Object.keys(translated).filter((key) => !(key in english));
  const both = Object.keys(english).filter((key) => key in translated);
  return [
    ...missing.map((key) => `${key} is missing in ${locale}: translate "${english[key]}"`),
    ...extra.map((key) => `${key} stands in ${locale} but not in en: remove it or add it to en`),
    ...both
      .filter((key) => translated[key] === english[key] && !same.has(key))
      .map((key) => `${key} reads in ${locale} as in en: translate it or name it in tests/house/sameText.ts`),
    ...both
      .filter((key) => placeholders(translated[key]) !== placeholders(english[key]))
      .map((key) => `${key} in ${locale} does not use the same {values} as in en`),
    ...both.filter((key) => !translated[key]?.trim()).map((key) => `${key} is empty in ${locale}`),
  ];
}

function placeholders(text = ''): string {
  return [...new Set(text.match(/\{\s*\w+\s*\}/g) ?? [])]
    .map((one) => one.replaceAll(/\s/g, ''))
    .sort()
    .join();
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(' | ');
  const match = (value as { match?: Record<string, string> }).match ?? {};
  return Object.values(match).join(' | ');
}
